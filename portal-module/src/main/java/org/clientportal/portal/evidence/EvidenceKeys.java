package org.clientportal.portal.evidence;

import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The keys that sign evidence. They are in files, never in the database: whoever can change every table still cannot sign what
 * they made of it.
 */
@Component
@EnableConfigurationProperties(EvidenceSettings.class)
class EvidenceKeys {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceKeys.class);
    private static final int SHORT = 16;

    private final EvidenceSettings settings;
    private @Nullable KeyPair own;

    EvidenceKeys(EvidenceSettings settings) {
        this.settings = settings;
    }

    /**
     * A signature and by which key it is.
     *
     * @param key 16 hexadecimal digits made of the public key
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Signed(String key, byte[] signature) {}

    /** @throws EvidenceKeyUnusable when there is no key and none can be made */
    Signed sign(byte[] hash) {
        var pair = ownOrMade();
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(hash);
            return new Signed(id(pair.getPublic()), signature.sign());
        } catch (GeneralSecurityException unusable) {
            throw new EvidenceKeyUnusable("the evidence key cannot sign", unusable);
        }
    }

    /** Whether a key that counts has signed it. */
    boolean verify(byte[] hash, Signed signed) {
        return verify(trusted(), hash, signed);
    }

    static boolean verify(Map<String, PublicKey> trusted, byte[] hash, Signed signed) {
        var key = trusted.get(signed.key());
        if (key == null) {
            return false;
        }
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(hash);
            return signature.verify(signed.signature());
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** Keys that count, by their id: the own one first, then those that signed before. */
    Map<String, PublicKey> trusted() {
        var trusted = new LinkedHashMap<String, PublicKey>();
        own().ifPresent(pair -> trusted.put(id(pair.getPublic()), pair.getPublic()));
        for (var file : settings.formerKeys()) {
            var former = PemKeys.publicKey(file);
            trusted.put(id(former), former);
        }
        return trusted;
    }

    private synchronized Optional<KeyPair> own() {
        if (own == null && Files.exists(settings.key())) {
            own = proven(PemKeys.pair(settings.key()));
        }
        return Optional.ofNullable(own);
    }

    private KeyPair ownOrMade() {
        return own().orElseGet(() -> {
            if (settings.keyFile() != null) {
                throw new EvidenceKeyUnusable("there is no " + settings.keyFile() + " (portal.evidence.key-file)");
            }
            PemKeys.make(settings.key());
            var made = own().orElseThrow();
            LOG.warn(
                    "made the key {} that signs confirmations, as {}: keep a copy of it, and give the same to every node"
                            + " (portal.evidence.key-file)",
                    id(made.getPublic()),
                    settings.key());
            return made;
        });
    }

    /** Both halves belong together, or nothing that is signed would ever be found right. */
    private KeyPair proven(KeyPair pair) {
        try {
            var probe = Digest.of("client-portal probe 1").done();
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(probe);
            if (verify(Map.of("", pair.getPublic()), probe, new Signed("", signature.sign()))) {
                return pair;
            }
        } catch (GeneralSecurityException unusable) {
            throw new EvidenceKeyUnusable("the evidence key " + settings.key() + " cannot sign", unusable);
        }
        throw new EvidenceKeyUnusable("the private and the public key in " + settings.key() + " are not a pair");
    }

    static String id(PublicKey key) {
        return Digest.hex(
                        Digest.of("client-portal key 1").bytes(key.getEncoded()).done())
                .substring(0, SHORT);
    }
}
