using ActorKube.Api.Apply;
using ActorKube.Api.Tests.Patches;
using FsCheck;
using FsCheck.Fluent;

namespace ActorKube.Api.Tests.Apply;

public sealed class FieldSetProperties
{
    private static readonly Gen<(FieldSet A, FieldSet B, FieldSet C)> Triples =
        from a in ApplyGen.Set(3)
        from b in ApplyGen.Set(3)
        from c in ApplyGen.Set(3)
        select (a, b, c);

    [Fact]
    public void Union_IsCommutativeAssociativeAndIdempotent() => Check(t =>
        t.A.Union(t.B).Equals(t.B.Union(t.A)) && t.A.Union(t.B).Union(t.C).Equals(t.A.Union(t.B.Union(t.C))) && t.A.Union(t.A).Equals(t.A));

    [Fact]
    public void Operations_AreThoseOfSetsOfPaths() => Check(t =>
    {
        var (a, b) = (Paths(t.A), Paths(t.B));
        return Paths(t.A.Union(t.B)).SetEquals(a.Union(b)) && Paths(t.A.Intersect(t.B)).SetEquals(a.Intersect(b)) && Paths(t.A.Except(t.B)).SetEquals(a.Except(b))
            && Paths(t.A.ExceptWithin(t.B)).SetEquals(a.Where(p => !b.Any(q => p.StartsWith(q, StringComparison.Ordinal))));
    });

    [Fact]
    public void Except_ThenUnion_RestoresTheUnion() => Check(t => t.A.Except(t.B).Union(t.A.Intersect(t.B)).Equals(t.A) && t.A.Except(t.B).Union(t.B).Equals(t.A.Union(t.B)));

    [Fact]
    public void Leaves_HaveNothingBelowThem() => Check(t =>
        Paths(t.A.Leaves()).SetEquals(Paths(t.A).Where(p => !Paths(t.A).Any(q => q != p && q.StartsWith(p, StringComparison.Ordinal)))));

    [Fact]
    public void Codec_RoundTrips() => Check(t => FieldsV1.Read(FieldsV1.ToJson(t.A)).Equals(t.A) && t.A.Paths().All(t.A.Contains) && FieldSet.Of(t.A.Paths()).Equals(t.A));

    private static void Check(Func<(FieldSet A, FieldSet B, FieldSet C), bool> law) =>
        JsonGen.Check(Triples, law, t => !t.A.IsEmpty && !t.B.IsEmpty);

    // The steps of these sets are such that prefixes of texts are prefixes of paths.
    private static HashSet<string> Paths(FieldSet set) => [.. set.Paths().Select(p => p.ToString())];
}
