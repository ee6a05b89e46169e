using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Images;

/// <summary>
/// Looks images up and pulls them, each once for all who ask at the same time. A look-up holds for a moment, long enough for a burst of pods, so that
/// starting 50 pods asks the engine once and a tag that has moved is noticed by the next pod.
/// </summary>
internal sealed class ImageCache(IImageRuntime runtime, int parallelPulls, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Validity = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string?), Task<ImageStatus>> _pulls = [];
    private readonly SemaphoreSlim _slots = new(parallelPulls, parallelPulls);

    /// <summary>The image if it is on this host.</summary>
    public async Task<ImageStatus?> FindAsync(string reference, CancellationToken cancellationToken)
    {
        Task<ImageStatus?> look;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (!_found.TryGetValue(reference, out var entry) || entry.Until < now)
            {
                foreach (var (old, _) in _found.Where(e => e.Value.Until < now).ToList())
                {
                    _found.Remove(old);
                }

                // Not cancelled with the one who happens to be first.
                _found[reference] = entry = new Entry(runtime.GetImageAsync(reference, CancellationToken.None), now + Validity);
            }

            look = entry.Look;
        }

        var image = await look.WaitAsync(cancellationToken);
        if (image is null)
        {
            Forget(reference);
        }

        return image;
    }

    public void Forget(string reference)
    {
        lock (_gate)
        {
            _found.Remove(reference);
        }
    }

    /// <summary>Fetches the image from its registry. Waits for a free slot first; so many pulls go on side by side.</summary>
    public async Task<ImageStatus> PullAsync(string reference, RegistryCredentials? credentials, CancellationToken cancellationToken)
    {
        Task<ImageStatus> pull;
        lock (_gate)
        {
            var key = (reference, credentials?.Username);
            if (!_pulls.TryGetValue(key, out pull!))
            {
                pull = Task.Run(() => PullOnceAsync(key, reference, credentials), CancellationToken.None);
                _pulls.Add(key, pull);
            }
        }

        return await pull.WaitAsync(cancellationToken);
    }

    public void Dispose() => _slots.Dispose();

    private async Task<ImageStatus> PullOnceAsync((string, string?) key, string reference, RegistryCredentials? credentials)
    {
        await _slots.WaitAsync();
        try
        {
            return await runtime.PullImageAsync(reference, credentials, null, CancellationToken.None);
        }
        finally
        {
            _slots.Release();
            lock (_gate)
            {
                _pulls.Remove(key);
                _found.Remove(reference);
            }
        }
    }

    private sealed record Entry(Task<ImageStatus?> Look, DateTimeOffset Until);
}
