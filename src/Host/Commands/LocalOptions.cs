using System.CommandLine;
using ActorKube.Host.Composition;
using ActorKube.Host.Launcher;
using ActorKube.Host.Launcher.Clusters;
using ActorKube.Host.Launcher.Databases;

namespace ActorKube.Host.Commands;

/// <summary>The options of the commands that are about what this machine runs from one data folder, be it one host or several.</summary>
internal sealed class LocalOptions
{
    private readonly HostOptions _host = new();
    private readonly Option<int> _hosts = new("--hosts") { Description = "So many hosts, each with a node and a zone of its own, that share a PostgreSQL. Default: as last time, else one host on its own." };

    /// <param name="startsHosts">Whether the command may say how many.</param>
    public void AddTo(Command command, bool startsHosts = false)
    {
        _host.AddTo(command);
        if (startsHosts)
        {
            _hosts.Validators.Add(static r =>
            {
                if (r.GetValueOrDefault<int>() is < 1 or > ClusterNote.MostHosts)
                {
                    r.AddError($"--hosts is from 1 to {ClusterNote.MostHosts}.");
                }
            });
            command.Options.Add(_hosts);
        }
    }

    /// <summary>What isn't given is as it was when the hosts of that folder were last started.</summary>
    /// <exception cref="InvalidOperationException">The folder is of another kind of cluster.</exception>
    public LocalCluster Read(ParseResult result, TextWriter output)
    {
        var host = _host.Read(result);
        var directory = host.DataDirectory;
        var wanted = result.Given(_hosts, 0);
        var note = ClusterNote.Read(directory);
        if (note is null && wanted == 0)
        {
            return new LocalCluster(directory, [host], null, null);
        }

        if (note is null && SettingsFile.Read(directory) is not null)
        {
            throw new InvalidOperationException($"{directory} is that of one host on its own, whose journal others can't share: use another --data folder, or 'down --purge' first.");
        }

        if (note is not null && wanted > 0 && wanted < note.Hosts.Count)
        {
            throw new InvalidOperationException($"{directory} has {note.Hosts.Count} hosts: more can be added, and one is removed with 'hosts remove NAME'.");
        }

        var place = DatabasePlace.Of(directory, Environment.IsPrivilegedProcess);
        var next = (note is null ? ClusterNote.New(host.Port, host.Runtime, host.NodePools) : Changed(note, result, directory, place)).WithAtLeast(wanted);
        var hosts = next.Plan(directory, place.Journal, HostAddress.First()).Select(static h => Running(h.DataDirectory) ?? h);
        return new LocalCluster(directory, [.. hosts], next, new LocalDatabase(place, TimeProvider.System, output));
    }

    /// <summary>Another port or runtime is for all hosts, and only when none runs.</summary>
    private ClusterNote Changed(ClusterNote note, ParseResult result, string directory, DatabasePlace place) =>
        note.Plan(directory, place.Journal, System.Net.IPAddress.Loopback).Any(static h => Running(h.DataDirectory) is not null)
            ? note
            : note with { Port = _host.Port(result, note.Port), Runtime = _host.Runtime(result, note.Runtime), NodePools = _host.NodePools(result, note.NodePools ?? []) };

    private static HostSettings? Running(string directory) => new HostFiles(directory).RunningPid() is null ? null : SettingsFile.Read(directory);
}
