using System.Text.Json.Nodes;
using ActorKube.Api.Patches;
using ActorKube.Api.Schema;
using FsCheck.Fluent;

namespace ActorKube.Api.Tests.Patches;

public sealed class PatchProperties
{
    private static readonly TypeModel Untyped = new("test.Untyped", []);

    private static readonly FsCheck.Gen<(string Document, string Patch)> Pairs =
        JsonGen.Object(3).SelectMany(document => JsonGen.Object(3).Select(patch => (document, patch)));

    [Fact]
    public void MergePatch_Twice_IsOnce() => JsonGen.Check(Pairs, c => Same(Merge(Merge(Doc(c.Document), c.Patch), c.Patch), Merge(Doc(c.Document), c.Patch)), NotEmpty);

    [Fact]
    public void MergePatch_WithItself_RemovesOnlyNulls() => JsonGen.Check(
        JsonGen.Object(3), d => Same(Merge([], d), Merge(Merge([], d), d)), d => d.Length > 2);

    [Fact]
    public void MergePatch_OfNulls_Removes() => JsonGen.Check(
        JsonGen.Object(3),
        d => Merge(Doc(d), new JsonObject(Doc(d).Select(m => KeyValuePair.Create<string, JsonNode?>(m.Key, null))).ToJsonString()).Count == 0,
        d => d.Length > 2);

    [Fact]
    public void MergePatch_Arguments_AreUnchanged() => JsonGen.Check(
        Pairs,
        c =>
        {
            var (document, patch) = (Doc(c.Document), JsonNode.Parse(c.Patch));
            JsonMergePatch.Apply(document, patch);
            return Same(document, Doc(c.Document)) && JsonNode.DeepEquals(patch, JsonNode.Parse(c.Patch));
        },
        NotEmpty);

    [Fact]
    public void StrategicMerge_WithoutSchemaAndLists_IsMergePatch() => JsonGen.Check(
        Pairs,
        c => c.Patch.Contains('[', StringComparison.Ordinal) || Same(StrategicMergePatch.Apply(Doc(c.Document), Doc(c.Patch), Untyped), Merge(Doc(c.Document), c.Patch)),
        NotEmpty);

    [Fact]
    public void JsonPatch_AddThenRemove_IsNothing() => JsonGen.Check(
        Pairs,
        c => Same(
            JsonPatch.Apply(Doc(c.Document), JsonNode.Parse($"[{{\"op\":\"add\",\"path\":\"/new\",\"value\":{c.Patch}}},{{\"op\":\"test\",\"path\":\"/new\",\"value\":{c.Patch}}},{{\"op\":\"remove\",\"path\":\"/new\"}}]")),
            Doc(c.Document)),
        NotEmpty);

    [Fact]
    public void JsonPatch_MoveThereAndBack_IsNothing() => JsonGen.Check(
        JsonGen.Object(3),
        d => Doc(d).All(m => Same(
            JsonPatch.Apply(Doc(d), new JsonArray(Move(Pointer(m.Key), "/moved"), Move("/moved", Pointer(m.Key)))), Doc(d))),
        d => d.Length > 2);

    private static JsonObject Move(string from, string path) => new() { ["op"] = "move", ["from"] = from, ["path"] = path };

    private static string Pointer(string name) => "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static JsonObject Doc(string json) => (JsonObject)JsonNode.Parse(json)!;

    private static JsonObject Merge(JsonObject document, string patch) => JsonMergePatch.Apply(document, JsonNode.Parse(patch));

    private static bool Same(JsonNode? a, JsonNode? b) => JsonNode.DeepEquals(a, b);

    private static bool NotEmpty((string Document, string Patch) c) => c.Document.Length > 2 && c.Patch.Length > 2;
}
