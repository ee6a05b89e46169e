namespace ActorKube.Engine.Actors.Regions;

/// <summary>Something to be done in the turn of an actor.</summary>
public interface IActorCommand<T>
{
    ValueTask<T> ExecuteAsync(ActorTurn turn, CancellationToken cancellationToken);
}
