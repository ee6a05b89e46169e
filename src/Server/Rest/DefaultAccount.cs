using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Rest;

/// <summary>
/// A namespace makes its service account <c>default</c> a moment after it was created itself. Who creates a pod within that moment waits, as on Kubernetes,
/// instead of being told that there is no such account.
/// </summary>
internal static class DefaultAccount
{
    /// <summary>It takes milliseconds. After this time something is wrong, and the client is told so.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static async ValueTask AwaitAsync(ApiRequest request, ObjectCommands store)
    {
        if (request.Stored.Resource != "pods" || !IsAwaited(store.View.Snapshot(), request.Path.Namespace))
        {
            return;
        }

        using var timeout = new CancellationTokenSource(Patience, store.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, request.Aborted);
        try
        {
            for (var view = store.View.Snapshot(); IsAwaited(view, request.Path.Namespace); view = store.View.Snapshot())
            {
                await store.View.WaitForAsync(view.Revision + 1, either.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            // Admission says what is missing.
        }
    }

    private static bool IsAwaited(ViewSnapshot view, string @namespace) =>
        view.Get(new ObjectKey("namespaces", "", @namespace)) is { Header.IsDeleting: false } && view.Get(new ObjectKey("serviceaccounts", @namespace, "default")) is null;
}
