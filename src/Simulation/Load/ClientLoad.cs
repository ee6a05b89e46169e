using ActorKube.Api.Authentication;
using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Journals;
using ActorKube.Simulation.Checks;
using ActorKube.Simulation.Hosts;
using ActorKube.Simulation.Time;

namespace ActorKube.Simulation.Load;

/// <summary>Clients that write through whichever host serves them, several at a time, and tell the witness what they were told.</summary>
internal sealed class ClientLoad(World world, IReadOnlyList<SimulatedHost> hosts, JournalWitness witness, History history)
{
    /// <summary>After this a client gives up on a host that doesn't answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Longest pause between two operations.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private static readonly string[] RunOnce = ["once-0", "once-1"];

    private readonly Random _random = new(world.Random.Next());
    private int _count;

    /// <summary>Acknowledged operations.</summary>
    public int Done { get; private set; }

    public async Task RunAsync(TimeSpan duration)
    {
        var end = world.Time.Elapsed + duration;
        while (world.Time.Elapsed < end)
        {
            foreach (var operation in Draw())
            {
                _ = AskAsync(operation);
            }

            await Task.Delay(Pause * _random.NextDouble(), world.Time);
        }
    }

    /// <summary>One, or several at the same time: those with rules about each other come and go together, each through some host.</summary>
    private IReadOnlyList<Operation> Draw() => _random.Next(26) switch
    {
        > 22 => [.. Group().Select(static n => Operation.Delete("pods", n))],
        > 19 => [.. Group().Select(Operation.Neighbour)],
        < 11 => [Operation.AddWord(RegisterCheck.Prefix + _random.Next(2))],
        11 => [Operation.Delete("configmaps", RegisterCheck.Prefix + _random.Next(2))],
        < 15 => [Operation.Scale("set-" + _random.Next(2), _random.Next(6))],
        15 => [Operation.Delete("replicasets.apps", "set-" + _random.Next(2))],
        16 => [Operation.Delete("pods", RunOnce[_random.Next(RunOnce.Length)])],
        _ => [Operation.RunOnce(RunOnce[_random.Next(RunOnce.Length)])],
    };

    private IReadOnlyList<string> Group() => Neighbours.Groups[_random.Next(Neighbours.Groups.Count)];

    private async Task AskAsync(Operation operation)
    {
        var serving = hosts.Where(static h => h.Serves).ToList();
        if (serving.Count == 0)
        {
            return;
        }

        var host = serving[_random.Next(serving.Count)];
        var name = Operation.Prefix + ++_count;
        history.Add($"{name} {operation.What} through {host.Name}");
        var life = host.Life!;
        var options = new WriteOptions { User = new UserInfo { Username = "client" }, Cause = name };
        var asking = life.Process.Start(() => ServeAsync(life.Commands!, operation, options));
        await Task.WhenAny(asking, Task.Delay(Patience, world.Time));
        var answer = asking.IsCompleted ? await asking : default;
        history.Add($"{name} {answer}");
        if (answer.Revision is { } revision)
        {
            Done++;
            witness.Acknowledged(name, revision, operation.MayBeNothing);
        }
        else if (answer.IsRefusal)
        {
            witness.Refused(name);
        }
    }

    private static async Task<Answer> ServeAsync(ObjectCommands commands, Operation operation, WriteOptions options)
    {
        try
        {
            return new Answer(await operation.Do(commands, options), false);
        }
        catch (ApiException)
        {
            return new Answer(null, true);
        }
        catch (JournalUnavailableException e)
        {
            return new Answer(null, !e.OutcomeUnknown);
        }
    }

    /// <summary>What a client is told: where its write is, or that there is none, or neither.</summary>
    private readonly record struct Answer(long? Revision, bool IsRefusal)
    {
        public override string ToString() => Revision is { } revision ? $"is done at {revision}" : IsRefusal ? "is refused" : "may be done";
    }
}
