using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Actors.Regions;

/// <summary>
/// Delivers to the one live actor of an object, wherever it is, starting it on demand; it is passivated as soon as it has nothing to do.
/// "One live actor" is a matter of efficiency: correctness rests on the expected versions of the journal alone. Thread-safe.
/// </summary>
public interface IRegion
{
    /// <summary>
    /// Runs a command in the actor's turn: after what came before it, alone with the object, seeing all its earlier writes. Failures of
    /// the command are the caller's.
    /// A command must not ask an actor that may, directly or over others, be asking this one: both would wait for ever. Write to other objects
    /// through the journal instead, which arbitrates.
    /// </summary>
    /// <param name="key">The object, which need not exist.</param>
    /// <param name="command">What to do.</param>
    /// <param name="cancellationToken">Ends the waiting for the turn; afterwards it is up to the command.</param>
    ValueTask<T> AskAsync<T>(ObjectKey key, IActorCommand<T> command, CancellationToken cancellationToken = default);

    /// <summary>
    /// Has the object reconciled soon. Wake-ups that come before the turn begins become one; what comes during it leads to another.
    /// Nothing happens for resources that nothing reconciles.
    /// </summary>
    void Wake(ObjectKey key);
}
