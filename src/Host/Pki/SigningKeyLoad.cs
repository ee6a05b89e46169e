using ActorKube.Api.Tokens;

namespace ActorKube.Host.Pki;

/// <summary>Reads or makes the key of service-account tokens beside the start of the host, which doesn't wait for it: a new key takes some 100 ms.</summary>
internal sealed class SigningKeyLoad(Func<SigningKey> load) : IAsyncDisposable
{
    private Task _loading = Task.CompletedTask;

    /// <summary>Whoever needs it before it is there waits.</summary>
    public Lazy<SigningKey> Key { get; } = new(load);

    public SigningKeyLoad Start()
    {
        _loading = Task.Run(() => Key.Value);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        // What went wrong is told to those who asked for the key.
        await _loading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Key.IsValueCreated)
        {
            Key.Value.Dispose();
        }
    }
}
