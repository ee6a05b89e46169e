using ActorKube.Actors.Networking.EndpointSlices;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Discovery;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Tests.Networking;

public sealed class SlicePackingTests
{
    /// <summary>Endpoints of the slices that are there; those that go (numbers count from 0 on through all slices) and how many come; endpoints afterwards, with * where the slice is written.</summary>
    public static TheoryData<string, string, int, string> Cases => new()
    {
        { "", "", 3, "3*" },
        { "", "", 250, "100* 100* 50*" },
        { "50", "", 0, "50" },
        { "50", "", 20, "70*" },
        { "50 80", "", 20, "50 100*" },
        { "50 80", "", 10, "50 90*" },
        { "90 90", "", 20, "90 90 20*" },
        { "100 40", "0", 0, "99* 40" },
        { "100 40", "0", 1, "100* 40" },
        { "100 40", "139", 1, "100 40*" },
        { "100 40", "0", 41, "100* 80*" },
        { "100 1", "100", 0, "100 0*" },
        { "100 1", "100", 1, "100 0* 1*" },
        { "60 60", "0,60", 90, "100* 100* 8*" },
    };

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(Cases))]
    public void Pack_ChangesFewSlices(string slices, string gone, int come, string packed)
    {
        var next = 0;
        List<SliceDraft> drafts = [.. slices.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((size, i) => Draft(i, [.. Enumerable.Range(0, int.Parse(size, null)).Select(_ => Endpoint(next++))]))];
        var removed = gone.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static g => int.Parse(g, null)).ToHashSet();
        var wanted = Enumerable.Range(0, next + come).Where(i => !removed.Contains(i)).Select(static i => new WantedEndpoint(Endpoint(i))).ToList();

        var touched = SlicePacking.Pack(drafts, wanted, static () => new SliceDraft(new EndpointSlice()));

        Assert.Equal(packed, string.Join(' ', drafts.Select(static d => d.Endpoints.Count + (d.IsChanged ? "*" : ""))));
        Assert.Equal(come, touched.Count);
        Assert.Equal(wanted.Select(static w => w.Endpoint.Addresses![0]).Order(), drafts.SelectMany(static d => d.Endpoints).Select(static e => e.Addresses![0]).Order());
    }

    [Fact(Timeout = 30_000)]
    public void Endpoint_InTwoSlices_StaysInTheFirst()
    {
        List<SliceDraft> drafts = [Draft(0, [Endpoint(1)]), Draft(1, [Endpoint(1)])];

        SlicePacking.Pack(drafts, [new WantedEndpoint(Endpoint(1))], static () => throw new InvalidOperationException());

        Assert.Equal((false, true), (drafts[0].IsChanged, drafts[1].IsEmptied));
    }

    private static Endpoint Endpoint(int number) => new() { Addresses = [$"10.0.{number / 256}.{number % 256}"], Conditions = new EndpointConditions { Ready = true } };

    private static SliceDraft Draft(int number, List<Endpoint> endpoints)
    {
        var slice = new EndpointSlice { ApiVersion = "discovery.k8s.io/v1", Kind = "EndpointSlice", Metadata = Make.Meta("s" + number) with { ResourceVersion = "" }, AddressType = "IPv4", Endpoints = endpoints };
        var kind = Cluster.Kinds.Stored("endpointslices.discovery.k8s.io");
        return new SliceDraft(new StoredObject(Cluster.KeyOf(slice), 1, 1, ObjectState.Parse(kind.Write(slice))));
    }
}
