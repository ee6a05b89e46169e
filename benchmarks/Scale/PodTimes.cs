using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Text;

namespace ActorKube.Benchmarks.Scale;

/// <summary>When a watcher saw a pod for the first time, on a node, and running. Time stamps of <see cref="Stopwatch"/>; 0 for not yet.</summary>
internal sealed class PodTime
{
    public long Created { get; set; }

    public long Bound { get; set; }

    public long Running { get; set; }

    public string Node { get; set; } = "";

    public bool IsGone { get; set; }
}

/// <summary>
/// Follows the pods of a namespace and notes what became of them when. It looks for a few words in the bytes instead of parsing them: client and server share two cores.
/// </summary>
internal sealed class PodTimes : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, PodTime> _pods = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _follower;
    private int _created;
    private int _bound;
    private int _running;

    private PodTimes(Stream stream) => _follower = Task.Run(() => FollowAsync(stream));

    public int Created => Volatile.Read(ref _created);

    public int Bound => Volatile.Read(ref _bound);

    public int Running => Volatile.Read(ref _running);

    public IEnumerable<PodTime> All => _pods.Values;

    /// <summary>Time stamp of the last that was bound.</summary>
    public long LastBound { get; private set; }

    /// <summary>Time stamp of the last that began to run.</summary>
    public long LastRunning { get; private set; }

    /// <summary>From the pods on that come after this.</summary>
    public static async Task<PodTimes> StartAsync(HttpClient client, string space)
    {
        var list = await client.GetStringAsync($"/api/v1/namespaces/{space}/pods?limit=1");
        var mark = "\"resourceVersion\":\"";
        var start = list.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        var revision = list[start..list.IndexOf('"', start)];
        return new PodTimes(await client.GetStreamAsync(new Uri($"/api/v1/namespaces/{space}/pods?watch=true&resourceVersion={revision}", UriKind.Relative)));
    }

    /// <summary>How many are on one of these nodes.</summary>
    public int On(IEnumerable<string> nodes)
    {
        var names = nodes.ToHashSet(StringComparer.Ordinal);
        return All.Count(p => !p.IsGone && names.Contains(p.Node));
    }

    public PodTime? Find(string name) => _pods.GetValueOrDefault(name);

    /// <summary>Waits until it is so, and says how far it is while it isn't.</summary>
    public async Task UntilAsync(Func<bool> done, string what)
    {
        var told = Stopwatch.GetTimestamp();
        while (!done())
        {
            if (_follower.IsCompleted)
            {
                await _follower;
            }

            if (Stopwatch.GetElapsedTime(told) > TimeSpan.FromSeconds(10))
            {
                told = Stopwatch.GetTimestamp();
                Console.WriteLine($"{what}: {Created} created, {Bound} bound, {Running} running");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }

    /// <summary>Milliseconds from the creation to the binding of each, sorted.</summary>
    public double[] CreatedToBound() => [.. All.Where(static p => p is { Created: > 0, Bound: > 0 }).Select(static p => Stopwatch.GetElapsedTime(p.Created, p.Bound).TotalMilliseconds).Order()];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _follower;
        _end.Dispose();
    }

    private async Task FollowAsync(Stream stream)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 1 << 20, minimumReadSize: 1 << 16));
        try
        {
            while (true)
            {
                var result = await reader.ReadAsync(_end.Token);
                var buffer = result.Buffer;
                var now = Stopwatch.GetTimestamp();
                while (buffer.PositionOf((byte)'\n') is { } end)
                {
                    var line = buffer.Slice(0, end);
                    See(line.IsSingleSegment ? line.FirstSpan : line.ToArray(), now);
                    buffer = buffer.Slice(buffer.GetPosition(1, end));
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
                if (result.IsCompleted)
                {
                    throw new InvalidOperationException("The watch ended.");
                }
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // It was enough.
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private void See(ReadOnlySpan<byte> line, long now)
    {
        ReadOnlySpan<byte> field = "\"metadata\":{\"name\":\""u8;
        var start = line.IndexOf(field);
        if (start < 0)
        {
            throw new InvalidOperationException($"The watch says {Encoding.UTF8.GetString(line)}");
        }

        var rest = line[(start + field.Length)..];
        var pod = _pods.GetOrAdd(Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)'"')]), static _ => new PodTime());
        if (pod.Created == 0)
        {
            pod.Created = now;
            Interlocked.Increment(ref _created);
        }

        ReadOnlySpan<byte> node = "\"nodeName\":\""u8;
        if (pod.Bound == 0 && rest.IndexOf(node) is var at and >= 0)
        {
            var name = rest[(at + node.Length)..];
            pod.Node = string.Intern(Encoding.UTF8.GetString(name[..name.IndexOf((byte)'"')]));
            pod.Bound = LastBound = now;
            Interlocked.Increment(ref _bound);
        }

        if (pod.Running == 0 && rest.IndexOf("\"phase\":\"Running\""u8) >= 0)
        {
            pod.Running = LastRunning = now;
            Interlocked.Increment(ref _running);
        }

        pod.IsGone = line.StartsWith("{\"type\":\"DELETED\""u8);
    }
}
