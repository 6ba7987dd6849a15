package org.clientportal.itsm;

/**
 * What every connector must do, played against a real platform. A platform's test implements this interface and says
 * who acts there ({@link #agent()}), who writes ({@link #cast()}) and what the platform {@linkplain #cannot() cannot} do.
 * The tests need no empty platform and may run side by side with other users of it.
 */
public interface ItsmConnectorContract
        extends ContractStanding,
                ContractWriting,
                ContractMarks,
                ContractFields,
                ContractParticipants,
                ContractApprovals,
                ContractRefusals,
                ContractFiles,
                ContractAgents,
                ContractFeeding,
                ContractKnowledge,
                ContractVerdicts,
                ContractAfterwards,
                ContractAround,
                ContractAnnouncements,
                ContractAssets,
                ContractReceipts,
                ContractNotes,
                ContractDocuments {}
