using ActorKube.Api.Schema;

namespace ActorKube.Api.ApiRegistration;

/// <summary>Group and version, and the extension server that serves them.</summary>
[ApiType("io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceSpec")]
public sealed partial record APIServiceSpec
{
    /// <summary>Service of the extension server; absent for what this server serves itself.</summary>
    [Field(1)]
    public ServiceReference? Service { get; init; }

    /// <summary>API group that is served, such as <c>metrics.k8s.io</c>.</summary>
    [Field(2)]
    public string? Group { get; init; }

    /// <summary>API version of the group that is served, such as <c>v1beta1</c>.</summary>
    [Field(3)]
    public string? Version { get; init; }

    /// <summary><c>true</c> doesn't check the extension server's certificate. Strongly discouraged; use <c>caBundle</c>.</summary>
    [Field(4)]
    public bool InsecureSkipTLSVerify { get; init; }

    /// <summary>PEM certificates, as base64, that the extension server's certificate must chain to; the system's roots when absent.</summary>
    [Field(5, List = ListType.Atomic)]
    public ReadOnlyMemory<byte>? CaBundle { get; init; }

    /// <summary>Rank of the group, 1 to 20000; higher comes first in discovery. The highest value of its versions counts.</summary>
    [Field(7, Required = true, Always = true)]
    public int GroupPriorityMinimum { get; init; }

    /// <summary>
    /// Rank of the version in its group, 1 to 1000; higher comes first. Equal ranks sort by name, <c>v2</c> before <c>v1</c> before <c>v1beta1</c>.
    /// </summary>
    [Field(8, Required = true, Always = true)]
    public int VersionPriority { get; init; }
}
