using System.Globalization;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;
using ActorKube.NodeAgent;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition.Fleet;

/// <summary>A simulated machine with its switch. Whatever is wanted last is what it comes to; a machine that is off is told to be lost once that would have been noticed.</summary>
internal sealed partial class PoweredNode(SimulatedNode node, FleetParts parts) : IAsyncDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ILogger _logger = parts.Logs.CreateLogger<PoweredNode>();
    private Task _work = Task.CompletedTask;
    private bool _isWanted = true;

    /// <summary>Null while the machine is off.</summary>
    public NodeAgentService? Agent => node.Agent;

    /// <summary>The first start: what is said to run has run on, unless the machine is off. To be called once.</summary>
    public async Task StartAsync(bool isOn)
    {
        if (isOn)
        {
            await node.StartAsync(isFresh: false, _stop.Token).ConfigureAwait(false);
        }

        Switch(isOn);
    }

    /// <summary>Returns at once.</summary>
    public void Switch(bool on)
    {
        lock (_gate)
        {
            if (_isWanted != on)
            {
                _isWanted = on;
                _work = FollowAsync(_work);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await node.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task FollowAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        try
        {
            await (Volatile.Read(ref _isWanted) ? SwitchOnAsync() : SwitchOffAsync()).ConfigureAwait(false);
        }
        catch (Exception e) when (!_stop.IsCancellationRequested)
        {
            LogFailed(_logger, node.Plan.Name, e);
        }
    }

    /// <summary>Tries until it works, or isn't wanted any more: the journal may be away.</summary>
    private async Task SwitchOnAsync()
    {
        while (node.Agent is null && Volatile.Read(ref _isWanted))
        {
            try
            {
                await node.StartAsync(isFresh: true, _stop.Token).ConfigureAwait(false);
            }
            catch (JournalUnavailableException e)
            {
                LogUntold(_logger, node.Plan.Name, e.Message);
                await node.StopAsync().ConfigureAwait(false);
                await Task.Delay(Retry, parts.Store.Time, _stop.Token).ConfigureAwait(false);
            }
        }
    }

    private async Task SwitchOffAsync()
    {
        await node.StopAsync().ConfigureAwait(false);
        await Task.Delay(node.DrawDetection(), parts.Store.Time, _stop.Token).ConfigureAwait(false);
        while (!Volatile.Read(ref _isWanted) && !await TryTellLostAsync().ConfigureAwait(false))
        {
            await Task.Delay(Retry, parts.Store.Time, _stop.Token).ConfigureAwait(false);
        }
    }

    private async Task<bool> TryTellLostAsync()
    {
        var since = parts.Store.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var update = new ObjectUpdate(parts.Store.Kinds.Stored("nodes"), new ObjectKey("nodes", "", node.Plan.Name), value => NodeCarriage.LostSinceOf((Node)value) is null ? Lost((Node)value, since) : value);
        try
        {
            await parts.Store.UpdateAsync(update, new WriteOptions { User = Server.Authentication.Users.System, Cause = "fleet" }, _stop.Token).ConfigureAwait(false);
            return true;
        }
        catch (ApiException e) when (e.Code == 404)
        {
            // Somebody has deleted the Node.
            return true;
        }
        catch (Exception e) when (e is ApiException or JournalUnavailableException)
        {
            LogUntold(_logger, node.Plan.Name, e.Message);
            return false;
        }
    }

    private static Node Lost(Node node, string since) => node with
    {
        Metadata = node.Metadata with { Annotations = new Dictionary<string, string>(node.Metadata.Annotations ?? new Dictionary<string, string>()) { [NodeCarriage.LostSince] = since } },
    };

    [LoggerMessage(2, LogLevel.Error, "Switching simulated node {Node} has failed")]
    private static partial void LogFailed(ILogger logger, string node, Exception e);

    [LoggerMessage(1, LogLevel.Warning, "What became of simulated node {Node} could not be written: {Error}")]
    private static partial void LogUntold(ILogger logger, string node, string error);
}
