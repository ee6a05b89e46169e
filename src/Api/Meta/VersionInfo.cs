using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>Answer of <c>/version</c>: what the server is built from.</summary>
[ApiType("io.k8s.apimachinery.pkg.version.Info")]
public sealed partial record VersionInfo
{
    /// <summary>Major version of the API that is served.</summary>
    [Field(1, Required = true)]
    public string Major { get; init; } = "";

    /// <summary>Minor version of the API that is served.</summary>
    [Field(2, Required = true)]
    public string Minor { get; init; } = "";

    /// <summary>Full version, by which clients choose what they may use.</summary>
    [Field(3, Required = true)]
    public string GitVersion { get; init; } = "";

    /// <summary>Commit that was built.</summary>
    [Field(4, Required = true)]
    public string GitCommit { get; init; } = "";

    /// <summary><c>clean</c>, or <c>dirty</c> for a build with changes that aren't in the commit.</summary>
    [Field(5, Required = true)]
    public string GitTreeState { get; init; } = "";

    /// <summary>Time of the build.</summary>
    [Field(6, Required = true)]
    public string BuildDate { get; init; } = "";

    /// <summary>Version of the runtime.</summary>
    [Field(7, Required = true)]
    public string GoVersion { get; init; } = "";

    /// <summary>Compiler that was used.</summary>
    [Field(8, Required = true)]
    public string Compiler { get; init; } = "";

    /// <summary>Operating system and architecture: <c>linux/amd64</c>.</summary>
    [Field(9, Required = true)]
    public string Platform { get; init; } = "";
}
