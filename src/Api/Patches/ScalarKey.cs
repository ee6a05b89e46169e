using System.Text.Json.Nodes;

namespace ActorKube.Api.Patches;

/// <summary>A text by which values of lists are compared: equal values have equal texts.</summary>
internal static class ScalarKey
{
    public static string Of(JsonNode? value) => value?.ToJsonString() ?? "null";

    public static string Of(string value) => JsonValue.Create(value).ToJsonString();
}
