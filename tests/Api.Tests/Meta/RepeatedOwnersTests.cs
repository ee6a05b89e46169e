using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Tests.Meta;

public sealed class RepeatedOwnersTests
{
    private static readonly OwnerReference Owner = new() { ApiVersion = "v1", Kind = "Pod", Name = "p", Uid = "u" };

    [Fact]
    public void Drop_SameOwnerTwice_KeepsItOnceAndWarns()
    {
        var kept = RepeatedOwners.Drop(Of(Owner, Owner with { Uid = "v" }, Owner), isPatched: false, out var warning);
        Assert.Equal(["u", "v"], kept.Metadata.OwnerReferences!.Select(static o => o.Uid));
        Assert.StartsWith(".metadata.ownerReferences contains duplicate entries; ", warning, StringComparison.Ordinal);
        Assert.EndsWith("duplicate UID(s) observed: u", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Drop_Patched_SaysWhen()
    {
        RepeatedOwners.Drop(Of(Owner, Owner), isPatched: true, out var warning);
        Assert.StartsWith(".metadata.ownerReferences contains duplicate entries after mutating admission happens; ", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Drop_OwnersThatDiffer_LeavesTheObject()
    {
        var value = Of(Owner, Owner with { Controller = true });
        Assert.Same(value, RepeatedOwners.Drop(value, isPatched: false, out var warning));
        Assert.Null(warning);
    }

    private static ConfigMap Of(params OwnerReference[] owners) => new() { Metadata = new ObjectMeta { OwnerReferences = owners } };
}
