using ActorKube.Server.Negotiation;

namespace ActorKube.Server.OpenApi.Operations;

/// <summary>The media types of bodies.</summary>
internal static class MediaTypes
{
    public static readonly IReadOnlyList<string> Any = ["*/*"];
    public static readonly IReadOnlyList<string> Json = [MediaType.Json];
    public static readonly IReadOnlyList<string> Objects = [MediaType.Json, MediaType.Protobuf, MediaType.Yaml];
    public static readonly IReadOnlyList<string> Streams = [MediaType.Json, MediaType.Json + ";stream=watch", MediaType.Protobuf, MediaType.Protobuf + ";stream=watch", MediaType.Yaml];
    public static readonly IReadOnlyList<string> Text = ["text/plain", .. Objects];
    public static readonly IReadOnlyList<string> Patches =
    [
        "application/apply-patch+yaml",
        "application/json-patch+json",
        "application/merge-patch+json",
        "application/strategic-merge-patch+json",
    ];
}
