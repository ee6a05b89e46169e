using ActorKube.Api.Schema;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Meta;

/// <summary>One change that a watch reports.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.WatchEvent")]
public sealed partial record WatchEvent
{
    /// <summary>What happened: <c>ADDED</c>, <c>MODIFIED</c>, <c>DELETED</c>, <c>BOOKMARK</c> or <c>ERROR</c>.</summary>
    [Field(1, Required = true)]
    public string Type { get; init; } = "";

    /// <summary>
    /// The object after the change, or as it was before it was deleted. A bookmark has nothing but <c>resourceVersion</c>; for an error it is a <c>Status</c>.
    /// </summary>
    [Field(2, Required = true, Always = true, Schema = "io.k8s.apimachinery.pkg.runtime.RawExtension")]
    public RawJson? Object { get; init; }
}
