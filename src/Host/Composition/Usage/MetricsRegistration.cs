using System.Text;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;
using ActorKube.Server.Authentication;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition.Usage;

/// <summary>
/// Registers metrics.k8s.io when there is something to measure: at the start of a host whose containers are real, and where they are simulated as soon as a pod says what it uses. A cluster
/// in which nothing is measured has no such API, as Kubernetes without its add-on.
/// </summary>
internal sealed partial class MetricsRegistration(ObjectCommands store, ILogger<MetricsRegistration> log) : IViewObserver, IAsyncDisposable
{
    private static readonly byte[] Mark = Encoding.UTF8.GetBytes($"\"{SimulatedUsage.Prefix}");

    private readonly CancellationTokenSource _stop = new();
    private Task _registering = Task.CompletedTask;
    private IDisposable? _observation;
    private int _begun;

    /// <param name="measures">The runtime measures whatever runs; otherwise it is waited for a pod that says what it uses.</param>
    public void Start(bool measures)
    {
        _observation = store.View.Observe(this);
        if (measures || store.View.Snapshot().List("pods").Any(static p => TellsUsage(p)))
        {
            Begin();
        }
    }

    public void OnChanged(ReadOnlySpan<ObjectEvent> events, ViewSnapshot snapshot)
    {
        if (Volatile.Read(ref _begun) != 0)
        {
            return;
        }

        foreach (var change in events)
        {
            if (change.Object.Key.Resource == "pods" && TellsUsage(change.Object))
            {
                Begin();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _observation?.Dispose();
        await _stop.CancelAsync().ConfigureAwait(false);
        await _registering.ConfigureAwait(false);
        _stop.Dispose();
    }

    /// <summary>On the view's thread: a search through the bytes, and no parsing.</summary>
    private static bool TellsUsage(StoredObject pod) => pod.Json.Span.IndexOf(Mark) >= 0;

    private void Begin()
    {
        if (Interlocked.Exchange(ref _begun, 1) == 0)
        {
            _registering = Task.Run(RegisterAsync);
        }
    }

    private async Task RegisterAsync()
    {
        try
        {
            await store.CreateAsync(
                store.Kinds.Stored("apiservices.apiregistration.k8s.io"), ApiServiceBootstrap.Metrics, new WriteOptions { User = Users.System, Cause = "metrics" }, _stop.Token).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Code == 409)
        {
            // It is registered already.
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The host stops; the next one registers.
        }
        catch (Exception e)
        {
            // Tried again with the next pod that says what it uses, or at the next start.
            LogFailed(log, e);
            Volatile.Write(ref _begun, 0);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "metrics.k8s.io could not be registered")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
