namespace ActorKube.Api.Apply;

/// <summary>What changed from one state of an object to another. No field is in more than one of the sets.</summary>
/// <param name="Added">Fields that only the new object has.</param>
/// <param name="Modified">Fields that both have, with different values.</param>
/// <param name="Removed">Fields that only the old object had.</param>
internal sealed record ObjectComparison(FieldSet Added, FieldSet Modified, FieldSet Removed)
{
    /// <summary>What the new object gives a value of its own.</summary>
    public FieldSet Changed => Added.Union(Modified);

    /// <summary>The comparison without the given fields and all below them.</summary>
    public ObjectComparison Without(FieldSet ignored) => ignored.IsEmpty ? this
        : new(Added.ExceptWithin(ignored), Modified.ExceptWithin(ignored), Removed.ExceptWithin(ignored));
}
