using System.Text.Json.Nodes;

namespace ActorKube.Api.Apply;

/// <summary>What an applied configuration must and must not be.</summary>
internal sealed class AppliedConfig(FieldManagerOptions options, JsonObject config)
{
    /// <exception cref="ApplyException">The configuration can't be applied to this resource.</exception>
    public void Check()
    {
        var (apiVersion, kind) = (Text(config, "apiVersion"), Text(config, "kind"));
        if (apiVersion != options.ApiVersion || kind != options.Kind)
        {
            throw new ApplyException(ApplyError.BadRequest, $"invalid object type: {TypeName(apiVersion, kind)}");
        }

        var metadata = config["metadata"] as JsonObject;
        if (metadata?["managedFields"] is JsonArray)
        {
            throw new ApplyException(ApplyError.BadRequest, "metadata.managedFields must be nil");
        }

        if (ObjectCheck.Find(config, options.Type) is { } error)
        {
            var name = $"{Text(metadata, "namespace")}/{Text(metadata, "name")}; {TypeName(apiVersion, kind)}";
            throw new ApplyException(ApplyError.Untyped, $"failed to create typed patch object ({name}): {error}");
        }
    }

    // The core group has an empty name: "/v1, Kind=Pod".
    private static string TypeName(string apiVersion, string kind) =>
        $"{(apiVersion.Contains('/', StringComparison.Ordinal) ? "" : "/")}{apiVersion}, Kind={kind}";

    private static string Text(JsonObject? container, string name) => container?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
