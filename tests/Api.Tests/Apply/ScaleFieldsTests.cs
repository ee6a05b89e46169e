using ActorKube.Api.Apply;

namespace ActorKube.Api.Tests.Apply;

public sealed class ScaleFieldsTests
{
    private static readonly FieldPath Replicas = FieldPath.Of("spec", "replicas");
    private static readonly ScaleFields Scale = new("apps/v1", Replicas);
    private static readonly ManagedFieldsEntry Applier = new("a", ManagedFieldsOperation.Apply, "apps/v1", FieldSet.Of(Replicas, FieldPath.Of("spec", "paused")));
    private static readonly ManagedFieldsEntry Updater = new("u", ManagedFieldsOperation.Update, "apps/v1", FieldSet.Of(Replicas));

    [Fact]
    public void ToScale_Owners_AreOwnersOfTheScale()
    {
        var other = Applier with { Manager = "b", Fields = FieldSet.Of(FieldPath.Of("spec", "paused")) };
        var scale = Scale.ToScale(ManagedFields.Create([Applier, other, Updater]));
        Assert.Equal([("a", "autoscaling/v1"), ("u", "autoscaling/v1")], scale.Entries.Select(e => (e.Manager, e.ApiVersion)));
        Assert.All(scale.Entries, e => Assert.Equal(FieldSet.Of(Replicas), e.Fields));
    }

    [Fact]
    public void ToParent_UnchangedOwners_StayAsTheyAre()
    {
        var parent = ManagedFields.Create([Applier, Updater]);
        Assert.Equal(parent.Entries, Scale.ToParent(parent, Scale.ToScale(parent)).Entries);
    }

    [Fact]
    public void ToParent_NewOwner_TakesTheNumberFromTheOthers()
    {
        var writer = new ManagedFieldsEntry("s", ManagedFieldsOperation.Update, "autoscaling/v1", FieldSet.Of(Replicas), null, "scale");
        var result = Scale.ToParent(ManagedFields.Create([Applier, Updater]), ManagedFields.Create([writer]));
        Assert.Equal(
            [Applier with { Fields = FieldSet.Of(FieldPath.Of("spec", "paused")) }, writer with { ApiVersion = "apps/v1" }], result.Entries);
    }
}
