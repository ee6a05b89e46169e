using System.Text.Json.Serialization;

namespace ActorKube.NodeAgent.Docker;

/// <summary>Something that happened in the engine.</summary>
internal sealed record EngineEvent
{
    public string Type { get; init; } = "";

    /// <summary>Such as <c>start</c>, <c>die</c>, <c>oom</c>, <c>destroy</c>, <c>exec_die</c>.</summary>
    public string Action { get; init; } = "";

    public EventActor Actor { get; init; } = new();

    /// <summary>Nanoseconds since 1970.</summary>
    [JsonPropertyName("timeNano")]
    public long TimeNano { get; init; }

    public DateTimeOffset Time => DateTimeOffset.UnixEpoch.AddTicks(TimeNano / TimeSpan.NanosecondsPerTick);
}

internal sealed record EventActor
{
    public string ID { get; init; } = "";

    /// <summary>The container's labels, and what the action adds: <c>name</c>, <c>image</c>, <c>exitCode</c>, <c>execID</c>.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
}
