using ActorKube.Simulation.Checks;
using ActorKube.Simulation.Database;
using ActorKube.Simulation.Network;
using ActorKube.Simulation.Runs;
using ActorKube.Simulation.Time;

namespace ActorKube.Simulation.Hosts;

/// <summary>What all hosts of a simulation share.</summary>
internal sealed record Surroundings(World World, SimulatedNetwork Network, SimulatedDatabase Database, History History, JournalWitness Witness, RunOnceCheck RunOnce, SimulationOptions Options);
