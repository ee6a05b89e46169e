using System.Text.Json.Nodes;
using ActorKube.Api.Apply;
using ActorKube.Api.Tests.Patches;

namespace ActorKube.Api.Tests.Apply;

/// <summary>An object with its owners, and one write after the other.</summary>
internal sealed class ApplyScript(FieldManager manager, string apiVersion, string kind, JsonObject empty)
{
    private DateTimeOffset _now = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public JsonObject Live { get; private set; } = empty;

    public bool LastChanged { get; private set; }

    public static ApplyScript Configs() => new(TestSchema.Configs, "v1", "Config", (JsonObject)TestSchema.ConfigOptions.Empty.DeepClone());

    public static ApplyScript Workloads() => new(TestSchema.Workloads, "apps/v1", "Workload", TestSchema.EmptyWorkload);

    /// <summary>Applies a configuration; what it doesn't say of type and name is filled in.</summary>
    public ApplyScript Apply(string who, string config, bool force = false)
    {
        var result = manager.Apply(Live, Complete(Json.Object(config)), who, force, _now);
        LastChanged = result.Changed;
        Store(result.Object, result.Managed);
        return this;
    }

    /// <summary>Creates or replaces the object.</summary>
    public ApplyScript Update(string who, string document)
    {
        var updated = Complete(Json.Object(document));
        var managed = manager.Update(Live, updated, who, _now);
        Store(updated, managed);
        return this;
    }

    public ManagedFields Managed => ManagedFields.Of(Live);

    /// <summary>The fields of the one entry of a manager.</summary>
    public JsonObject? Fields(string who, ManagedFieldsOperation operation = ManagedFieldsOperation.Apply) =>
        Managed.Entries.SingleOrDefault(e => e.Manager == who && e.Operation == operation) is { } entry ? FieldsV1.ToJson(entry.Fields) : null;

    public ApplyScript Expect(string path, string? json)
    {
        JsonNode? node = Live;
        foreach (var name in path.Split('.'))
        {
            node = node is JsonArray list ? list[int.Parse(name, null)] : (node as JsonObject)?[name];
        }

        Json.Equal(json ?? "null", node);
        return this;
    }

    public ApplyScript ExpectFields(string who, string? fields, ManagedFieldsOperation operation = ManagedFieldsOperation.Apply)
    {
        Json.Equal(fields ?? "null", Fields(who, operation));
        return this;
    }

    private JsonObject Complete(JsonObject document)
    {
        document["apiVersion"] = apiVersion;
        document["kind"] = kind;
        if (document["metadata"] is not JsonObject metadata)
        {
            document["metadata"] = metadata = [];
        }

        metadata["name"] = "a1";
        return document;
    }

    // A server keeps the nulls of an object out of its store and gives it an identity.
    private void Store(JsonObject document, ManagedFields managed)
    {
        RemoveNulls(document);
        managed.WriteTo(document);
        ((JsonObject)document["metadata"]!)["uid"] = "u1";
        Live = document;
        _now += TimeSpan.FromMinutes(1);
    }

    private static void RemoveNulls(JsonObject document)
    {
        foreach (var (name, value) in document.ToArray())
        {
            if (value is null)
            {
                document.Remove(name);
            }
            else if (value is JsonObject inner)
            {
                RemoveNulls(inner);
            }
        }
    }
}
