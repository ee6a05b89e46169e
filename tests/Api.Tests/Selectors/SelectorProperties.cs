using ActorKube.Api.Selectors;
using ActorKube.Api.Tests.Patches;
using FsCheck;
using FsCheck.Fluent;

namespace ActorKube.Api.Tests.Selectors;

public sealed class SelectorProperties
{
    private static readonly Gen<string> Key = Gen.Elements("a", "b", "in", "notin", "example.com/c", "x_y.z");
    private static readonly Gen<string> Value = Gen.Elements("", "1", "2", "in", "v-w", "A.b");

    private static readonly Gen<LabelRequirement> Requirement = Gen.OneOf(
        from key in Key
        from op in Gen.Elements(LabelOperator.Equals, LabelOperator.DoubleEquals, LabelOperator.NotEquals)
        from value in Value
        select LabelRequirement.Create(key, op, value),
        from key in Key
        from op in Gen.Elements(LabelOperator.In, LabelOperator.NotIn)
        from first in Value
        from rest in Value.ListOf()
        select LabelRequirement.Create(key, op, [.. rest.Take(3).Append(first).Distinct()]),
        from key in Key
        from op in Gen.Elements(LabelOperator.Exists, LabelOperator.DoesNotExist)
        select LabelRequirement.Create(key, op),
        from key in Key
        from op in Gen.Elements(LabelOperator.GreaterThan, LabelOperator.LessThan)
        from bound in Gen.Choose(0, 99)
        select LabelRequirement.Create(key, op, $"{bound}"));

    private static readonly Gen<LabelQuery> Query = Requirement.ListOf().Select(r => LabelQuery.Create(r.Take(5)));

    private static readonly Gen<Dictionary<string, string>> Labels =
        Key.SelectMany(k => Value.Select(v => (k, v))).ListOf().Select(l => l.DistinctBy(p => p.k).ToDictionary(p => p.k, p => p.v));

    private static readonly Gen<FieldRequirement> Field =
        from name in Gen.Elements("metadata.name", "spec.nodeName", "x")
        from value in Gen.Elements("", "a", "b,c", "d=e", "f\\g", "\\", "=,\\=")
        from negated in Gen.Elements(true, false)
        select new FieldRequirement(name, value, negated);

    [Fact]
    public void LabelQuery_PrintThenParse_IsTheSame() => JsonGen.Check(
        Query, q => LabelQuery.Parse(q.ToString()).ToString() == q.ToString(), q => !q.IsEverything);

    [Fact]
    public void LabelQuery_PrintedAndParsed_MatchesTheSame() => JsonGen.Check(
        Query.SelectMany(q => Labels.Select(l => (q, l))),
        c => LabelQuery.Parse(c.q.ToString()).Matches(c.l) == c.q.Matches(c.l) && c.q.Matches(c.l) == c.q.Requirements.All(r => r.Matches(c.l.GetValueOrDefault(r.Key))),
        c => c.l.Count > 0 && !c.q.IsEverything);

    [Fact]
    public void LabelRequirement_AndItsOpposite_NeverAgree() => JsonGen.Check(
        Value.SelectMany(v => Value.Select(w => (v, w))),
        c => LabelRequirement.Create("k", LabelOperator.In, c.v).Matches(c.w) != LabelRequirement.Create("k", LabelOperator.NotIn, c.v).Matches(c.w),
        _ => true);

    [Fact]
    public void FieldQuery_PrintThenParse_IsTheSame() => JsonGen.Check(
        Field.ListOf().Select(f => FieldQuery.Create(f.Take(4))),
        q => FieldQuery.Parse(q.ToString()).Requirements.ToHashSet().SetEquals(q.Requirements),
        q => !q.IsEverything);

    [Fact]
    public void Parsers_AnyText_EitherReadOrRefuse() => JsonGen.Check(
        Gen.Elements("a", "b", ",", "=", "!", "==", "!=", " in ", " notin ", "(", ")", ">", "<", " ", "\\", "1").ListOf().Select(string.Concat),
        t => (LabelQuery.TryParse(t, out _, out var error) ? error is null : error!.Length > 0) && (FieldQuery.TryParse(t, out _, out var other) ? other is null : other!.Length > 0),
        t => t.Length > 1);
}
