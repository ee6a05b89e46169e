using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace ActorKube.Api.Tests.Patches;

/// <summary>Random JSON over few names and values, so that documents and patches meet. Generated as text: nodes have parents.</summary>
internal static class JsonGen
{
    private static readonly Gen<string> Name = Gen.Elements("a", "b", "c", "d~/", "ü\"");

    public static readonly Gen<string> Scalar = Gen.Elements("null", "true", "1", "2.5", "\"x\"", "\"y z\"");

    public static Gen<string> Object(int depth) => Members(depth).Select(members =>
        "{" + string.Join(',', members.DistinctBy(m => m.Item1).Select(m => $"{JsonValue.Create(m.Item1).ToJsonString()}:{m.Item2}")) + "}");

    public static Gen<string> Value(int depth) => depth == 0 ? Scalar : Gen.Frequency(
        (3, Scalar), (3, Object(depth - 1)), (1, Value(depth - 1).ListOf().Select(items => "[" + string.Join(',', items.Take(4)) + "]")));

    private static Gen<List<(string, string)>> Members(int depth) =>
        Name.SelectMany(name => Value(depth).Select(value => (name, value))).ListOf().Select(l => l.Take(4).ToList());

    /// <summary>Checks a law, and that it was tried on cases worth it: at least a third of them.</summary>
    public static void Check<T>(Gen<T> gen, Func<T, bool> law, Func<T, bool> worthwhile, int cases = 500)
    {
        int all = 0, good = 0;
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases), Prop.ForAll(gen.ToArbitrary(), value =>
        {
            all++;
            good += worthwhile(value) ? 1 : 0;
            return law(value);
        }));
        Assert.True(good * 3 >= all && all >= cases, $"only {good} of {all} generated cases were worth checking");
    }
}
