package org.clientportal.portal.access;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    /** Also under the name by which Spring Data looks for one. */
    @Bean({"pageTransactions", "transactionManager"})
    @Primary
    PlatformTransactionManager pageTransactions(DataSource dataSource) {
        return new RoleTransactions(dataSource, RoleTransactions.Role.PAGE);
    }

    @Bean
    PlatformTransactionManager workTransactions(DataSource dataSource) {
        return new RoleTransactions(dataSource, RoleTransactions.Role.WORK);
    }
}
