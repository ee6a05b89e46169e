using System.Text.Json.Serialization;

namespace ActorKube.NodeAgent.Docker;

/// <summary>One measurement of a container.</summary>
internal sealed record StatsSample
{
    [JsonPropertyName("read")]
    public DateTimeOffset Read { get; init; }

    [JsonPropertyName("cpu_stats")]
    public CpuStats Cpu { get; init; } = new();

    [JsonPropertyName("memory_stats")]
    public MemoryStats Memory { get; init; } = new();

    [JsonPropertyName("pids_stats")]
    public PidsStats Pids { get; init; } = new();

    [JsonPropertyName("networks")]
    public IReadOnlyDictionary<string, NetworkStats>? Networks { get; init; }
}

internal sealed record CpuStats
{
    [JsonPropertyName("cpu_usage")]
    public CpuUsage Usage { get; init; } = new();
}

internal sealed record CpuUsage
{
    /// <summary>Nanoseconds.</summary>
    [JsonPropertyName("total_usage")]
    public long Total { get; init; }
}

internal sealed record MemoryStats
{
    [JsonPropertyName("usage")]
    public long Usage { get; init; }

    [JsonPropertyName("stats")]
    public IReadOnlyDictionary<string, long>? Details { get; init; }
}

internal sealed record PidsStats
{
    [JsonPropertyName("current")]
    public long Current { get; init; }
}

internal sealed record NetworkStats
{
    [JsonPropertyName("rx_bytes")]
    public long ReceivedBytes { get; init; }

    [JsonPropertyName("tx_bytes")]
    public long SentBytes { get; init; }

    [JsonPropertyName("rx_errors")]
    public long ReceiveErrors { get; init; }

    [JsonPropertyName("tx_errors")]
    public long SendErrors { get; init; }
}
