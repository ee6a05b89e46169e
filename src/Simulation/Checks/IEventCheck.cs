using ActorKube.Engine.Journals;

namespace ActorKube.Simulation.Checks;

/// <summary>Looks at every event as it is committed.</summary>
internal interface IEventCheck
{
    void See(JournalEvent item);
}
