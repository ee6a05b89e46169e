using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;
using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Proxy;

/// <summary>Notes which services have to be looked at again. What comes while a change is under way is taken with the next one. Thread-safe.</summary>
internal sealed class DirtyServices(string nodeName, TimeProvider time) : IViewObserver, IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);
    private readonly Lock _gate = new();
    private HashSet<ServiceName> _services = [];
    private bool _everything;
    private bool _check;
    private long _since;

    public void OnChanged(ReadOnlySpan<ObjectEvent> events, ViewSnapshot snapshot)
    {
        foreach (var item in events)
        {
            var key = item.Object.Key;
            switch (key.Resource)
            {
                case NetworkIndexes.Services:
                    Mark(new ServiceName(key.Namespace, key.Name));
                    break;
                case NetworkIndexes.Slices:
                    // A slice may have been given to another service.
                    MarkServiceOf(item.Object.Header.Labels, key.Namespace);
                    if (item.Previous is { } previous)
                    {
                        MarkServiceOf(previous.Header.Labels, key.Namespace);
                    }

                    break;
                case NetworkIndexes.Nodes when key.Name == nodeName && (item.Previous is null || item.Previous.Header.Generation != item.Object.Header.Generation || item.Type != ObjectEventType.Modified
                    || Zone.Of(item.Previous) != Zone.Of(item.Object)):
                    MarkEverything();
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The node itself may have changed, and with it what is done for every service.</summary>
    public void MarkEverything() => Change(() => _everything = true);

    /// <summary>It is time to see whether all is still as it was made.</summary>
    public void MarkCheck()
    {
        lock (_gate)
        {
            _check = true;
            Signal();
        }
    }

    /// <summary>Waits until there is something to do, and takes it.</summary>
    public async Task<DirtyMarks> TakeAsync(CancellationToken cancellationToken)
    {
        await _signal.WaitAsync(cancellationToken);
        lock (_gate)
        {
            var taken = new DirtyMarks(_services, _everything, _check, _since);
            (_services, _everything, _check) = ([], false, false);
            return taken;
        }
    }

    public void Dispose() => _signal.Dispose();

    private void MarkServiceOf(Engine.Objects.ObjectLabels labels, string @namespace)
    {
        if (labels.TryGetValue(NetworkIndexes.ServiceNameLabel, out var service))
        {
            Mark(new ServiceName(@namespace, service));
        }
    }

    private void Mark(ServiceName service) => Change(() => _services.Add(service));

    private void Change(Action mark)
    {
        lock (_gate)
        {
            if (_services.Count == 0 && !_everything)
            {
                _since = time.GetTimestamp();
            }

            mark();
            Signal();
        }
    }

    private void Signal()
    {
        if (_signal.CurrentCount == 0)
        {
            _signal.Release();
        }
    }
}
