using ActorKube.Api.Schema;

namespace ActorKube.Api.Certificates;

/// <summary>What a certificate is to be for, and who asks for it.</summary>
[ApiType("io.k8s.api.certificates.v1.CertificateSigningRequestSpec")]
public sealed partial record CertificateSigningRequestSpec
{
    /// <summary>PKCS #10 request in PEM with the header <c>CERTIFICATE REQUEST</c>; the whole as base64.</summary>
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public ReadOnlyMemory<byte>? Request { get; init; }

    /// <summary>Signer that is asked, such as <c>kubernetes.io/kube-apiserver-client</c>; written <c>&lt;domain&gt;/&lt;name&gt;</c>.</summary>
    [Field(7, Required = true)]
    public string SignerName { get; init; } = "";

    /// <summary>Wanted lifetime in seconds, at least 600; the signer may give less or ignore it.</summary>
    [Field(8)]
    public int? ExpirationSeconds { get; init; }

    /// <summary>Uses of the key, such as <c>digital signature</c>, <c>client auth</c> or <c>server auth</c>; required.</summary>
    [Field(5, List = ListType.Atomic, Enum =
        [
            "any", "cert sign", "client auth", "code signing", "content commitment", "crl sign", "data encipherment", "decipher only",
            "digital signature", "email protection", "encipher only", "ipsec end system", "ipsec tunnel", "ipsec user", "key agreement",
            "key encipherment", "microsoft sgc", "netscape sgc", "ocsp signing", "s/mime", "server auth", "signing", "timestamping"
        ])]
    public IReadOnlyList<string>? Usages { get; init; }

    /// <summary>Name of the user who made the request; set by the server.</summary>
    [Field(2)]
    public string? Username { get; init; }

    /// <summary>UID of the user who made the request; set by the server.</summary>
    [Field(3)]
    public string? Uid { get; init; }

    /// <summary>Groups of the user who made the request; set by the server.</summary>
    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Further attributes of the user who made the request; set by the server.</summary>
    [Field(6)]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Extra { get; init; }
}
