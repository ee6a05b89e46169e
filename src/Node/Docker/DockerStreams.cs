using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ActorKube.NodeAgent.Docker;

/// <summary>Logs, attached sessions and commands of an engine's containers.</summary>
internal readonly struct DockerStreams(DockerTransport transport)
{
    /// <summary>A container's log, until its end or, when following, until the container ends.</summary>
    /// <param name="tty">The container was made with one: its log is not framed.</param>
    public IAsyncEnumerable<Frame> ReadLogsAsync(string id, LogQuery query, bool tty, CancellationToken cancellationToken)
    {
        var path = new Query($"/containers/{id}/logs")
            .With("stdout", query.Stdout)
            .With("stderr", query.Stderr)
            .With("follow", query.Follow)
            .With("timestamps", query.Timestamps)
            .With("tail", query.Tail)
            .With("since", query.Since is { } since ? EngineTime.Format(since) : null);
        return ReadAsync(transport, path.ToString(), tty, cancellationToken);
    }

    /// <param name="fromStart">With what the container has written so far.</param>
    public Task<HijackedStream> AttachAsync(string id, bool stdin, bool fromStart, CancellationToken cancellationToken) =>
        transport.HijackAsync(
            new Query($"/containers/{id}/attach").With("logs", fromStart).With("stream", true).With("stdin", stdin).With("stdout", true).With("stderr", true).ToString(),
            ReadOnlyMemory<byte>.Empty,
            cancellationToken);

    public async Task<string> CreateExecAsync(string id, ExecSpec spec, CancellationToken cancellationToken) =>
        (await transport.PostAsync($"/containers/{id}/exec", spec, DockerJson.Default.ExecSpec, DockerJson.Default.ExecCreated, cancellationToken)).Id;

    public Task<HijackedStream> StartExecAsync(string execId, bool tty, CancellationToken cancellationToken) =>
        transport.HijackAsync($"/exec/{execId}/start", JsonSerializer.SerializeToUtf8Bytes(new ExecStart(tty), DockerJson.Default.ExecStart), cancellationToken);

    public Task<ExecDetails> InspectExecAsync(string execId, CancellationToken cancellationToken) =>
        transport.GetAsync($"/exec/{execId}/json", DockerJson.Default.ExecDetails, cancellationToken);

    public Task ResizeExecAsync(string execId, int columns, int rows, CancellationToken cancellationToken) =>
        transport.DoAsync(HttpMethod.Post, new Query($"/exec/{execId}/resize").With("w", columns).With("h", rows).ToString(), null, cancellationToken);

    private static async IAsyncEnumerable<Frame> ReadAsync(DockerTransport transport, string path, bool tty, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await transport.OpenAsync(path, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var frame in FrameReader.ReadAsync(body, tty, cancellationToken))
        {
            yield return frame;
        }
    }
}

/// <summary>Which part of a log to read.</summary>
/// <param name="Tail">Lines from the end; null for all.</param>
internal sealed record LogQuery(bool Stdout = true, bool Stderr = true, bool Follow = false, bool Timestamps = false, long? Tail = null, DateTimeOffset? Since = null);
