using ActorKube.Api.Schema;

namespace ActorKube.Api.Certificates;

[ApiType("io.k8s.api.certificates.v1.CertificateSigningRequestSpec")]
public sealed partial record CertificateSigningRequestSpec
{
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public ReadOnlyMemory<byte>? Request { get; init; }

    [Field(7, Required = true)]
    public string SignerName { get; init; } = "";

    [Field(8)]
    public int? ExpirationSeconds { get; init; }

    [Field(5, List = ListType.Atomic)]
    public IReadOnlyList<string>? Usages { get; init; }

    [Field(2)]
    public string? Username { get; init; }

    [Field(3)]
    public string? Uid { get; init; }

    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<string>? Groups { get; init; }

    [Field(6)]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Extra { get; init; }
}
