package switchboard.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom the operator trusts: the owners of certificates, and whom these have certified (RFC 5280, without revocation lists,
 * which a server behind a firewall could not fetch). Immutable.
 *
 * @param certificates of signers, or of authorities that certify signers
 */
record TrustedSigners(Set<X509Certificate> certificates) {

    /** Extended key usages, RFC 5280 §4.2.1.12: code signing, and any. */
    private static final List<String> SIGNING = List.of("1.3.6.1.5.5.7.3.3", "2.5.29.37.0");

    static TrustedSigners read(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            return new TrustedSigners(CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast).collect(Collectors.toSet()));
        }
    }

    /** Why a signer is not trusted; empty if it is. */
    Optional<String> objection(CodeSigner signer) {
        List<X509Certificate> chain = signer.getSignerCertPath().getCertificates().stream().map(X509Certificate.class::cast).toList();
        X509Certificate own = chain.get(0);
        String name = own.getSubjectX500Principal().getName();
        try {
            if (certificates.contains(own)) {
                own.checkValidity();
                return Optional.empty();
            }
            List<String> usages = own.getExtendedKeyUsage();
            if (usages != null && usages.stream().noneMatch(SIGNING::contains)) {
                return Optional.of("the certificate of its signer %s is not for signing code".formatted(name));
            }
            follow(chain.stream().takeWhile(certificate -> !certificates.contains(certificate)).toList());
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            return Optional.of(isUnknown(e) ? "it is signed by %s, who is not trusted".formatted(name)
                    : "it is signed by %s, whose certificate is not accepted: %s".formatted(name, e.getMessage()));
        } catch (GeneralSecurityException e) {
            return Optional.of("it is signed by %s, whose certificate is not accepted: %s".formatted(name, e.getMessage()));
        }
    }

    private void follow(List<X509Certificate> chain) throws GeneralSecurityException {
        if (certificates.isEmpty()) {
            throw new CertPathValidatorException("nobody is trusted", null, null, -1, PKIXReason.NO_TRUST_ANCHOR);
        }
        PKIXParameters parameters = new PKIXParameters(certificates.stream().map(trusted -> new TrustAnchor(trusted, null)).collect(Collectors.toSet()));
        parameters.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX").validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);
    }

    private static boolean isUnknown(CertPathValidatorException e) {
        return e.getReason() == PKIXReason.NO_TRUST_ANCHOR;
    }
}
