using ActorKube.Tests.Databases;

namespace ActorKube.Tests.Lab;

/// <summary>
/// A cluster as it is on real machines: each host with an engine of its own in a network namespace of its own, PostgreSQL in one more. Root only. Needs dockerd,
/// PostgreSQL, <c>ip</c>, <c>nft</c> and <c>nsenter</c>. Disposing it leaves no process, container, namespace, mount or file.
/// </summary>
internal sealed class Lab : IAsyncDisposable
{
    private const string Token = "the-hosts-of-this-lab-know-it";
    private readonly string _directory = Directory.CreateTempSubdirectory("actorkube-lab-").FullName;
    private readonly LabNetwork _network;
    private readonly List<LabHost> _hosts = [];

    private Lab(LabNetwork network) => _network = network;

    public IReadOnlyList<LabHost> Hosts => _hosts;

    public PostgresServer Database { get; private set; } = null!;

    /// <param name="program">What starts ActorKube.</param>
    public static async Task<Lab> StartAsync(int hosts, IReadOnlyList<string> program, CancellationToken cancellationToken)
    {
        var lab = new Lab(await LabNetwork.CreateAsync());
        try
        {
            lab.Database = await PostgresServer.StartAsync(PlaceOf(await lab._network.AddAsync("db")));
            string[] options = ["--journal", $"postgres:{lab.Database.ConnectionString}", "--token", Token];
            for (var i = 1; i <= hosts; i++)
            {
                var machine = await lab._network.AddAsync($"h{i}");
                lab._hosts.Add(new LabHost(machine, Path.Combine(lab._directory, machine.Name), program, options));
            }

            await Task.WhenAll(lab._hosts.Select(h => h.StartAsync(cancellationToken)));
            return lab;
        }
        catch
        {
            await lab.DisposeAsync();
            throw;
        }
    }

    /// <summary>Power fails: nobody hears of it.</summary>
    public static async Task PowerOffAsync(LabHost host)
    {
        await LabNetwork.CutAsync(host.Machine);
        await host.PowerOffAsync();
    }

    /// <summary>The machine comes back as it went.</summary>
    public static async Task PowerOnAsync(LabHost host, CancellationToken cancellationToken)
    {
        await LabNetwork.MendAsync(host.Machine);
        await host.StartAsync(cancellationToken);
    }

    /// <summary>Undoes whatever was done to hosts and database.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        if (!Database.IsRunning)
        {
            await Database.RestartAsync();
        }

        await LabNetwork.MendLinksAsync();
        foreach (var host in _hosts)
        {
            await LabNetwork.MendAsync(host.Machine);
            await host.RecoverAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KeepLogsAsync();
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        if (Database is not null)
        {
            await Database.DisposeAsync();
        }

        await _network.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private static PostgresPlace PlaceOf(LabMachine machine) => new(machine.Enter, machine.Address.ToString());

    /// <summary>For people who want to know what happened.</summary>
    private async Task KeepLogsAsync()
    {
        if (Environment.GetEnvironmentVariable("ACTORKUBE_LAB_LOGS") is { Length: > 0 } target)
        {
            Directory.CreateDirectory(target);
            foreach (var (name, log) in _hosts.SelectMany(static h => new[] { (Name: $"{h.Name}.log", h.Log), (Name: $"{h.Name}.guard.log", Log: h.GuardLog) }).Where(static l => File.Exists(l.Log)))
            {
                await File.WriteAllTextAsync(Path.Combine(target, name), await File.ReadAllTextAsync(log));
            }
        }
    }
}
