using ActorKube.Engine.Objects;
using Microsoft.Extensions.Logging;

namespace ActorKube.Engine.Actors.Regions;

/// <summary>
/// The region of a host among others: wakes only what is its own, and sends commands to the owner. Whose owner can't be reached is asked for here: the journal arbitrates.
/// </summary>
internal sealed partial class ShardedRegion(LocalRegion local, ActorPlacement placement, ILogger logger) : IRegion
{
    public async ValueTask<T> AskAsync<T>(ObjectKey key, IActorCommand<T> command, CancellationToken cancellationToken = default)
    {
        if (placement.Sender is { } sender && command is IRemoteCommand<T> remote && placement.Shards.OtherOwnerOf(key) is { } owner)
        {
            if (await sender.SendAsync(owner, key, remote.Name, remote.Write(), cancellationToken) is { } answer)
            {
                return remote.ReadAnswer(answer.Span);
            }

            LogUnreachable(logger, owner.Name, remote.Name, key);
        }

        return await local.AskAsync(key, command, cancellationToken);
    }

    public void Wake(ObjectKey key)
    {
        if (placement.Shards.IsMine(key))
        {
            local.Wake(key);
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "{Owner} can't be reached for {Command} of {Key}: done here")]
    private static partial void LogUnreachable(ILogger logger, string owner, string command, ObjectKey key);
}
