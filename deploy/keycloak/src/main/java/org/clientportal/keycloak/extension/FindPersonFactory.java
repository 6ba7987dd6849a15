package org.clientportal.keycloak.extension;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes {@link FindPerson} known to Keycloak. */
public final class FindPersonFactory implements AuthenticatorFactory {

    static final String ID = "portal-find-person";
    private static final FindPerson ONLY = new FindPerson();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return ONLY;
    }

    @Override
    public String getDisplayType() {
        return "Portal: find the person";
    }

    @Override
    public String getHelpText() {
        return "Goes on with the login of the person whose address the provider vouches for, if it is one of the portal's,"
                + " enabled and linked with nobody. Makes no account.";
    }

    @Override
    public String getReferenceCategory() {
        return "portal";
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
