using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using ActorKube.Api.Apply;
using ActorKube.Api.Patches;
using ActorKube.Api.Tests.Patches;
using FsCheck.Fluent;

namespace ActorKube.Api.Tests.Apply;

public sealed class ApplyProperties
{
    private static readonly FsCheck.Gen<(string A, string B)> Pairs = ApplyGen.Workload.SelectMany(a => ApplyGen.Workload.Select(b => (a, b)));

    [Fact]
    public void Apply_Twice_IsOnce() => JsonGen.Check(
        Pairs,
        c =>
        {
            var script = ApplyScript.Workloads().Apply("x", c.A).Apply("y", c.B, force: true);
            var (live, managed) = (script.Live.ToJsonString(), script.Managed);
            script.Apply("y", c.B);

            // An object without owners gets one for what is there with every apply.
            return managed.IsEmpty || !script.LastChanged && script.Live.ToJsonString() == live && managed.Entries.SequenceEqual(script.Managed.Entries);
        },
        NotEmpty);

    [Fact]
    public void Apply_ThenApplyNothing_LeavesWhatOthersApplied() => JsonGen.Check(
        Pairs,
        c =>
        {
            // The second manager wants all that the first one wants, so there is nothing to take, and more.
            var first = WithoutEmpty(c.A);
            var patch = Json.Object(first);
            patch["status"] = null;
            var more = StrategicMergePatch.Apply(Json.Object(c.B), patch, TestSchema.Workload).ToJsonString();
            var script = ApplyScript.Workloads().Apply("x", first);
            var (live, managed) = (WithoutEmpty(Bare(script.Live)), script.Managed);
            if (managed.IsEmpty)
            {
                // An object that nobody owns anything of gets an owner of what it had before its first apply: another law.
                return true;
            }

            script.Apply("y", more).Apply("y", "{}");
            return JsonNode.DeepEquals(Json.Parse(live), Json.Parse(WithoutEmpty(Bare(script.Live)))) && managed.EqualsIgnoringTimes(script.Managed);
        },
        NotEmpty);

    [Fact]
    public void Apply_Owners_OwnOnlyWhatIsThere() => JsonGen.Check(
        Pairs,
        c =>
        {
            var script = ApplyScript.Workloads().Update("u", c.A).Apply("x", WithoutEmpty(c.B), force: true);
            return Subset(script, "x");
        },
        NotEmpty);

    [Fact]
    public void Update_ToTheSame_ChangesNoOwner() => JsonGen.Check(
        Pairs,
        c =>
        {
            var script = ApplyScript.Workloads().Update("u", c.A).Update("w", c.B);
            var managed = script.Managed;
            return managed.Entries.SequenceEqual(script.Update("z", c.B).Managed.Entries);
        },
        NotEmpty);

    [Fact]
    public void Update_EveryField_HasAtMostOneUpdater() => JsonGen.Check(
        Pairs,
        c =>
        {
            var entries = ApplyScript.Workloads().Update("u", c.A).Update("w", c.B).Managed.Entries;
            return entries.Count < 2 || entries[0].Fields.Intersect(entries[1].Fields).IsEmpty;
        },
        NotEmpty);

    [Fact]
    public void Writer_OfACreate_SaysWhatUpdateSays()
    {
        var writer = new FieldsV1Writer(new FieldManagerOptions
        {
            Type = TestSchema.Workload, ApiVersion = "apps/v1", Kind = "Workload", Empty = TestSchema.EmptyWorkload, Reset = FieldSet.Of(FieldPath.Of("status")),
        });
        JsonGen.Check(
            ApplyGen.Workload,
            text =>
            {
                var document = Json.Object(text);
                var expected = TestSchema.Workloads.Update(TestSchema.EmptyWorkload, document, "u", default);
                var output = new ArrayBufferWriter<byte>();
                Assert.True(writer.TryWrite(Encoding.UTF8.GetBytes(document.ToJsonString()), output));
                var written = JsonNode.Parse(output.WrittenSpan);
                Json.Equal((expected.IsEmpty ? new JsonObject() : FieldsV1.ToJson(expected.Entries[0].Fields)).ToJsonString(), written);
                return true;
            },
            text => text.Length > 20);
    }

    // Everything an applier owns is in the object.
    private static bool Subset(ApplyScript script, string who)
    {
        var there = ApplyScript.Workloads().Apply("all", Bare(script.Live), force: true).Managed.Entries.SelectMany(e => e.Fields.Paths()).Select(p => p.ToString()).ToList();
        return script.Managed.Entries.Where(e => e.Manager == who).SelectMany(e => e.Fields.Paths())
            .All(p => there.Any(t => t.StartsWith(p.ToString(), StringComparison.Ordinal)));
    }

    private static string WithoutEmpty(string json)
    {
        var document = Json.Object(json);
        Clean(document);
        return document.ToJsonString();

        static void Clean(JsonNode? node)
        {
            foreach (var item in node as JsonArray ?? [])
            {
                Clean(item);
            }

            foreach (var (name, value) in (node as JsonObject ?? []).ToArray())
            {
                Clean(value);
                if (value is JsonObject { Count: 0 } or JsonArray { Count: 0 })
                {
                    ((JsonObject)node!).Remove(name);
                }
            }
        }
    }

    private static string Bare(JsonObject live)
    {
        var copy = (JsonObject)live.DeepClone();
        ManagedFields.Empty.WriteTo(copy);
        return copy.ToJsonString();
    }

    private static bool NotEmpty((string A, string B) c) => c.A.Length > 20 && c.B.Length > 20;
}
