using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Membership;
using ActorKube.Engine.Membership.Probing;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Transport;

/// <summary>The asking side of the protocol between hosts. Thread-safe.</summary>
/// <param name="commandTimeout">After this the sender of a command does it itself; 300 ms leave a caller within a second.</param>
public sealed class PeerClient(PeerConnections connections, TimeProvider time, TimeSpan commandTimeout) : IPeers, ICommandSender
{
    public async Task<ProbeOutcome> ProbeAsync(Member target, Probe probe, TimeSpan timeout, CancellationToken cancellationToken)
    {
        // The usual answer needs one timer.
        using var limit = new TimeLimit(Timeout.InfiniteTimeSpan, time, cancellationToken);
        var patience = timeout / 3;
        var asking = AskAsync(target.Address, PeerPaths.Probe, probe, PeerJson.Default.Probe, PeerJson.Default.ProbeAnswer, limit.Token);
        if (await WithinAsync(asking, patience) is { } answer)
        {
            return ProbeOutcome.Of(answer);
        }

        limit.Restart(timeout - patience);

        // Whatever the limit of the question: a busy process may come to look only after it, and what it hasn't tried is no silence.
        var contact = TcpContact.TryAsync(target.Address, timeout / 2, time);
        if (await asking is { } late)
        {
            return ProbeOutcome.Of(late);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return ProbeOutcome.None(await contact);
    }

    public async Task<bool?> ProbeThroughAsync(Member helper, Member target, TimeSpan timeout, CancellationToken cancellationToken)
    {
        // The helper takes as long as it would take this host, and the answer has to come back.
        using var limit = new TimeLimit(timeout * 1.5, time, cancellationToken);
        var relay = new ProbeRelay(new Probe(target.Id, target.Id, 0), target.Address);
        return await AskAsync(helper.Address, PeerPaths.ProbeThrough, relay, PeerJson.Default.ProbeRelay, PeerJson.Default.NullableBoolean, limit.Token);
    }

    public async Task<bool> CatchUpAsync(Member target, long version, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(timeout, time, cancellationToken);
        var path = string.Create(CultureInfo.InvariantCulture, $"{PeerPaths.CatchUp}?version={version}");
        return await AskAsync(target.Address, path, true, PeerJson.Default.Boolean, PeerJson.Default.NullableBoolean, limit.Token) == true;
    }

    public async ValueTask<ReadOnlyMemory<byte>?> SendAsync(Member target, ObjectKey key, string name, ReadOnlyMemory<byte> command, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(commandTimeout, time, cancellationToken);
        var path = $"{PeerPaths.Command}?command={Uri.EscapeDataString(name)}&resource={Uri.EscapeDataString(key.Resource)}&namespace={Uri.EscapeDataString(key.Namespace)}&name={Uri.EscapeDataString(key.Name)}";

        // Spelled out: an array that is null converts to an empty memory, which is an answer.
        return await PostAsync(target.Address, path, new ReadOnlyMemoryContent(command), HttpVersion.Version20, limit.Token) is { } answer ? new ReadOnlyMemory<byte>?(answer) : null;
    }

    /// <summary>One at a time and seldom: by HTTP/1.1, which costs an idle host less. Commands are many at once, and share a connection of HTTP/2.</summary>
    private async Task<TAnswer?> AskAsync<TQuestion, TAnswer>(string address, string path, TQuestion question, JsonTypeInfo<TQuestion> writing, JsonTypeInfo<TAnswer> reading, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(question, writing));
        return await PostAsync(address, path, content, HttpVersion.Version11, cancellationToken) is { } answer ? JsonSerializer.Deserialize(answer, reading) : default;
    }

    /// <summary>Null if there was no good answer in time.</summary>
    private async Task<byte[]?> PostAsync(string address, string path, HttpContent content, Version version, CancellationToken cancellationToken)
    {
        var connection = connections.To(address);
        try
        {
            using var request = PeerConnections.Post(address, path, content, version);
            using var response = await connection.SendAsync(request, cancellationToken);
            return response.StatusCode == HttpStatusCode.OK ? await response.Content.ReadAsByteArrayAsync(cancellationToken) : null;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            connections.Drop(address, connection);
            return null;
        }
    }

    /// <summary>Null, too, if it isn't there in time.</summary>
    private async Task<ProbeAnswer?> WithinAsync(Task<ProbeAnswer?> asking, TimeSpan patience)
    {
        try
        {
            return await asking.WaitAsync(patience, time);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
