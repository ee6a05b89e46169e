using System.Text;
using System.Text.Json;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Tests.Support;

/// <summary>Short names for what tests are full of.</summary>
internal static class Make
{
    public static ObjectKey Key(string name, string @namespace = "default", string resource = "pods") => new(resource, @namespace, name);

    /// <summary>An object whose spec is the given text.</summary>
    public static ObjectState State(string spec = "", string? owner = null, string? labels = null)
    {
        var owners = owner is null ? "" : $$""","ownerReferences":[{"kind":"ReplicaSet","name":"rs","uid":"{{owner}}","controller":true}]""";
        var labelText = labels is null ? "" : $$""","labels":{{labels}}""";
        return ObjectState.Parse(Encoding.UTF8.GetBytes($$"""{"metadata":{"resourceVersion":""{{owners}}{{labelText}}},"spec":"{{spec}}"}"""));
    }

    public static string SpecOf(ReadOnlyMemory<byte> json) => JsonDocument.Parse(json).RootElement.GetProperty("spec").GetString()!;

    public static JournalAppend Put(ObjectKey key, long expected, string spec = "") => new(key, expected, State(spec), "test");

    public static JournalAppend Delete(ObjectKey key, long expected, string spec = "") => new(key, expected, State(spec), "test", ChangeKind.Delete);
}
