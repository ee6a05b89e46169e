using System.Net;
using ActorKube.Host.Launcher.Clusters;
using ActorKube.Host.Launcher.Databases;

namespace ActorKube.EndToEnd.Tests.Launcher;

public sealed class ClusterNoteTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact(Timeout = 10_000)]
    public void Plan_OfThreeHosts_KeepsThemApart()
    {
        var hosts = ClusterNote.New(6443, "docker", []).WithAtLeast(3).Plan("/data", "postgres:Host=/db", IPAddress.Parse("192.0.2.1")).ToList();

        Assert.Equal(["host-1", "host-2", "host-3"], hosts.Select(h => h.NodeName));
        Assert.Equal(["/data/hosts/host-1", "/data/hosts/host-2", "/data/hosts/host-3"], hosts.Select(h => h.DataDirectory));
        Assert.Equal([6443, 6444, 6445], hosts.Select(h => h.Port));
        Assert.Equal(["192.0.2.1:6493", "192.0.2.1:6494", "192.0.2.1:6495"], hosts.Select(h => h.Advertise!.ToString()));
        Assert.Equal(["zone-1", "zone-2", "zone-3"], hosts.Select(h => h.Labels["topology.kubernetes.io/zone"]));
        Assert.Single(hosts.Select(h => h.Token).Distinct());
        Assert.All(hosts, h => h.Validate());
    }

    [Fact(Timeout = 10_000)]
    public void Numbers_OfRemovedHosts_AreGivenToNewOnes()
    {
        var three = ClusterNote.New(6443, "docker", []).WithAtLeast(3);

        Assert.Equal([1, 3], three.Without("host-2").Hosts);
        Assert.Equal([1, 2, 3, 4], three.Without("host-2").WithAtLeast(4).Hosts);
        Assert.Equal([1, 2, 3], three.WithAtLeast(2).Hosts);
    }

    [Fact(Timeout = 10_000)]
    public void Note_WrittenAndRead_IsTheSameAndForItsOwnerOnly()
    {
        Assert.Null(ClusterNote.Read(_directory.Path));
        var note = ClusterNote.New(7000, "simulated", ["count=3,cpu=4"]).WithAtLeast(2);

        note.Write(_directory.Path);

        var read = ClusterNote.Read(_directory.Path)!;
        Assert.Equal(note.Hosts, read.Hosts);
        Assert.Equal(note.NodePools, read.NodePools);
        Assert.Equal(note, read with { Hosts = note.Hosts, NodePools = note.NodePools });
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(ClusterNote.PathIn(_directory.Path)));
    }

    [Fact(Timeout = 10_000)]
    public void Database_OfRootOrAUser_IsWhereItsAccountCanReachIt()
    {
        Assert.Equal("/home/me/.actorkube/postgres", DatabasePlace.Of("/home/me/.actorkube", isRoot: false).Folder);
        Assert.Matches("^/var/lib/actorkube/[0-9a-f]{16}$", DatabasePlace.Of("/root/.actorkube", isRoot: true).Folder);
        Assert.NotEqual(DatabasePlace.Of("/a", isRoot: true), DatabasePlace.Of("/b", isRoot: true));
        Assert.Throws<InvalidOperationException>(() => DatabasePlace.Of("/" + new string('x', 90), isRoot: false));
        Assert.Throws<InvalidOperationException>(() => DatabasePlace.Of("/a,b", isRoot: false));
    }
}
