using ActorKube.Network.Proxy.Tables;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Proxy;

/// <summary>
/// Has a plane carry out table after table. If a change is refused, everything is made anew; if that is refused too, the services that changed are tried one by one, so that one that can't be
/// programmed doesn't hold up the others. Called by one at a time; counts may be read by anybody.
/// </summary>
internal sealed partial class TableSync(IServicePlane plane, ServiceTable empty, ILogger log)
{
    private readonly Dictionary<ServiceName, string> _refusals = [];
    private volatile ServiceTable _done = empty;
    private bool _begun;
    private PlaneCounts _counts = new();

    /// <summary>What there should be.</summary>
    public ServiceTable Wanted { get; private set; } = empty;

    /// <summary>Services that could not be programmed as they are now, and why.</summary>
    public IReadOnlyDictionary<ServiceName, string> Refusals => _refusals.Count == 0 ? plane.Refusals : _refusals;

    public async ValueTask ApplyAsync(ServiceTable next, CancellationToken cancellationToken)
    {
        Wanted = next;
        _refusals.Clear();
        if (_begun && await TryAsync(() => plane.ChangeAsync(_done, next, cancellationToken)) is null)
        {
            _done = next;
        }
        else if (await TryAsync(() => plane.RebuildAsync(next, cancellationToken)) is null)
        {
            _counts = _counts.Rebuilt();
            (_done, _begun) = (next, true);
        }
        else
        {
            await ApplySinglyAsync(next, cancellationToken);
        }
    }

    /// <returns>True if something was done.</returns>
    public async ValueTask<bool> CheckAsync(CancellationToken cancellationToken)
    {
        if (_begun && _refusals.Count == 0 && await plane.IsIntactAsync(_done, cancellationToken))
        {
            return false;
        }

        LogRepair(log);
        _begun = false;
        await ApplyAsync(Wanted, cancellationToken);
        return true;
    }

    public void Took(TimeSpan time) => _counts = _counts.Took(time);

    /// <summary>Of what has taken effect, which what is wanted may be ahead of.</summary>
    public ServiceProxyCounts Counts(bool isKernel, int unprogrammed)
    {
        var table = _done;
        var endpoints = table.Services.Values.SelectMany(static s => s.Routes).Sum(static r => r.Backends.Length);
        return new(isKernel, table.Services.Count, endpoints, unprogrammed, Volatile.Read(ref _counts));
    }

    private async ValueTask ApplySinglyAsync(ServiceTable next, CancellationToken cancellationToken)
    {
        var start = _begun ? _done : ServiceTable.Empty(next.Node);
        if (!_begun && await TryAsync(() => plane.RebuildAsync(start, cancellationToken)) is { } nothing)
        {
            // It is not for a service.
            throw new PlaneException(nothing);
        }

        (_done, _begun) = (start, true);
        foreach (var name in ServiceChanges.Between(_done, next))
        {
            var step = _done.With([KeyValuePair.Create(name, next.Find(name))]);
            if (await TryAsync(() => plane.ChangeAsync(_done, step, cancellationToken)) is { } why)
            {
                _refusals[name] = why;
            }
            else
            {
                _done = step;
            }
        }
    }

    /// <summary>Null, or why not.</summary>
    private async ValueTask<string?> TryAsync(Func<ValueTask> attempt)
    {
        try
        {
            await attempt();
            _counts = _counts.Changed();
            return null;
        }
        catch (PlaneException e)
        {
            _counts = _counts.Refused();
            LogRefused(log, e.Message);
            return e.Message;
        }
    }

    [LoggerMessage(11, LogLevel.Warning, "A change of the service rules was refused: {Why}")]
    private static partial void LogRefused(ILogger log, string why);

    [LoggerMessage(12, LogLevel.Information, "The service rules are made anew: somebody else has changed them, or some were refused")]
    private static partial void LogRepair(ILogger log);
}
