namespace ActorKube.Api.Certificates;

internal static class KeyUsages
{
    /// <summary>What a certificate may be for, as messages list it.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "any", "cert sign", "client auth", "code signing", "content commitment", "crl sign", "data encipherment", "decipher only",
        "digital signature", "email protection", "encipher only", "ipsec end system", "ipsec tunnel", "ipsec user", "key agreement",
        "key encipherment", "microsoft sgc", "netscape sgc", "ocsp signing", "s/mime", "server auth", "signing", "timestamping",
    ];
}
