using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

/// <summary>Error of attaching or detaching a volume.</summary>
[ApiType("io.k8s.api.storage.v1.VolumeError")]
public sealed partial record VolumeError
{
    /// <summary>When the error occurred, as the driver's clock says.</summary>
    [Field(1, Always = true)]
    public DateTimeOffset? Time { get; init; }

    /// <summary>The error in words, for people; keep secrets out, as many can read it.</summary>
    [Field(2)]
    public string? Message { get; init; }
}
