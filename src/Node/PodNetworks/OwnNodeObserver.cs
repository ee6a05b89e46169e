using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.NodeAgent.PodNetworks;

/// <summary>Hears of changes to the node's own object. What comes while somebody looks is one more reason to look.</summary>
internal sealed class OwnNodeObserver(string nodeName, TimeProvider time) : IViewObserver, IDisposable
{
    private readonly SemaphoreSlim _changed = new(0, 1);

    public void OnChanged(ReadOnlySpan<ObjectEvent> events, ViewSnapshot snapshot)
    {
        foreach (var item in events)
        {
            if (item.Object.Key is { Resource: "nodes" } key && key.Name == nodeName && _changed.CurrentCount == 0)
            {
                _changed.Release();
            }
        }
    }

    /// <summary>Returns after a change, or after the time.</summary>
    public async Task WaitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var expiry = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancellationToken);
        try
        {
            await _changed.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time to look without a reason.
        }
    }

    public void Dispose() => _changed.Dispose();
}
