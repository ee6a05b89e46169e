using Microsoft.Extensions.Logging;

namespace ActorKube.NodeAgent.Docker;

/// <summary>
/// Follows an engine's events for as long as it is told to, through restarts of the engine. After each connection <paramref name="connected"/> is called: events
/// may have been missed before it, none after it. An event can come twice.
/// </summary>
internal sealed partial class EventFollower(
    DockerClient client, IReadOnlyDictionary<string, IReadOnlyList<string>> filters, Action connected, Action<EngineEvent> received, TimeProvider time, ILogger logger)
{
    // 50 ms, 100 ms, 200 ms ... 2 s: an engine restarts in about a second.
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LastDelay = TimeSpan.FromSeconds(2);

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var delay = FirstDelay;

        // The engine answers before it subscribes; asking for what happened since closes that gap, and most of one between two connections.
        var since = time.GetUtcNow();
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var item in client.FollowEventsAsync(filters, since, OnConnected, cancellationToken))
                {
                    since = item.Time;
                    received(item);
                }
            }
            catch (Exception e) when (e is DockerException or IOException or HttpRequestException)
            {
                LogLost(logger, client.Endpoint, e.Message);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await Task.Delay(delay, time, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            delay = delay * 2 < LastDelay ? delay * 2 : LastDelay;
        }

        void OnConnected()
        {
            delay = FirstDelay;
            connected();
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Lost the event stream of the engine at {Endpoint}: {Reason}")]
    private static partial void LogLost(ILogger logger, DockerEndpoint endpoint, string reason);
}
