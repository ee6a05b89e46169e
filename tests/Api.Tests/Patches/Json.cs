using System.Text.Json.Nodes;

namespace ActorKube.Api.Tests.Patches;

/// <summary>Reads and compares the JSON of test tables; single quotes stand for double ones.</summary>
internal static class Json
{
    public static JsonNode? Parse(string text) => JsonNode.Parse(text.Replace('\'', '"'));

    public static JsonObject Object(string text) => (JsonObject)Parse(text)!;

    public static void Equal(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(Parse(expected), actual), $"Expected: {expected}\nActual:   {actual?.ToJsonString().Replace('"', '\'')}");
}
