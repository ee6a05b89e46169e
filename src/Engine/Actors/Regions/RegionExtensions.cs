using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Actors.Regions;

public static class RegionExtensions
{
    /// <summary>As <see cref="IRegion.AskAsync"/>, with a function. Such a command can't be sent to another host: it runs on this one.</summary>
    public static ValueTask<T> AskAsync<T>(
        this IRegion region,
        ObjectKey key,
        Func<ActorTurn, CancellationToken, ValueTask<T>> command,
        CancellationToken cancellationToken = default) =>
        region.AskAsync(key, new FunctionCommand<T>(command), cancellationToken);

    private sealed class FunctionCommand<T>(Func<ActorTurn, CancellationToken, ValueTask<T>> function) : IActorCommand<T>
    {
        public ValueTask<T> ExecuteAsync(ActorTurn turn, CancellationToken cancellationToken) => function(turn, cancellationToken);
    }
}
