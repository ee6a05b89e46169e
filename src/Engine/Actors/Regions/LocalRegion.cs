using System.Collections.Concurrent;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Engine.Actors.Regions;

/// <summary>The actors of this host, whoever else may have some.</summary>
internal sealed class LocalRegion : IRegion
{
    private readonly ConcurrentDictionary<ObjectKey, ObjectActor> _actors = new();
    private readonly Func<ObjectKey, ObjectActor> _create;
    private readonly ObjectStore _store;
    private readonly IReadOnlySet<string> _reconciled;

    /// <param name="store">What commands work on.</param>
    /// <param name="reconciled">The resources for which wake-ups mean something.</param>
    /// <param name="schedule">Has the actor reconciled by a worker, some time.</param>
    public LocalRegion(ObjectStore store, IReadOnlySet<string> reconciled, Action<ObjectActor> schedule)
    {
        _store = store;
        _reconciled = reconciled;
        Action<ObjectActor> retire = actor => _actors.TryRemove(KeyValuePair.Create(actor.Key, actor));
        _create = key => new ObjectActor(key, schedule, retire);
    }

    /// <summary>Actors that have something to do.</summary>
    public int ActiveCount => _actors.Count;

    public async ValueTask<T> AskAsync<T>(ObjectKey key, IActorCommand<T> command, CancellationToken cancellationToken = default)
    {
        ObjectActor actor;
        Task? turn;
        do
        {
            actor = _actors.GetOrAdd(key, _create);
        }
        while (!actor.TryEnter(cancellationToken, out turn));

        if (turn is not null)
        {
            await turn;
        }

        try
        {
            return await command.ExecuteAsync(new ActorTurn(key, _store), cancellationToken);
        }
        finally
        {
            actor.Leave();
        }
    }

    public void Wake(ObjectKey key)
    {
        if (_reconciled.Contains(key.Resource))
        {
            while (!_actors.GetOrAdd(key, _create).TryWake())
            {
            }
        }
    }
}
