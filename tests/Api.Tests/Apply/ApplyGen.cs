using ActorKube.Api.Apply;
using FsCheck;
using FsCheck.Fluent;

namespace ActorKube.Api.Tests.Apply;

/// <summary>Random sets of fields, and random objects that fit <see cref="TestSchema.Workload"/>.</summary>
internal static class ApplyGen
{
    private static readonly Gen<string> Step = Gen.Elements("f:a", "f:b", "k:{\"name\":\"a\"}", "v:\"x\"", "v:2", "i:0");

    public static Gen<FieldSet> Set(int depth) => Members(depth).Select(FieldsV1.Read);

    private static readonly Gen<string> Scalar = Gen.Elements("1", "2");

    private static readonly Gen<string> Text = Gen.Elements("'p'", "'q'");

    private static readonly Gen<string> Map = Object(("x", Text), ("y", Text));

    private static readonly Gen<string> Ports = Items("containerPort", Gen.Elements("80", "81"), ("protocol", Gen.Constant("'UDP'")), ("name", Text));

    private static readonly Gen<string> Containers = Items(
        "name", Gen.Elements("'a'", "'b'", "'c'"), ("image", Text), ("args", List(Text)), ("env", Items("name", Gen.Elements("'E'", "'F'"), ("value", Text))), ("ports", Ports),
        ("resources", Object(("limits", Map))));

    /// <summary>A workload with some of all kinds of fields.</summary>
    public static readonly Gen<string> Workload = Object(
        ("metadata", Object(("labels", Map), ("finalizers", List(Text)))),
        ("spec", Object(
            ("replicas", Scalar),
            ("selector", Object(("matchLabels", Map))),
            ("strategy", Object(("type", Text), ("rollingUpdate", Object(("maxSurge", Scalar))))),
            ("containers", Containers),
            ("tolerations", List(Map)),
            ("nodeSelector", Map),
            ("extra", Object(("m", Map), ("n", Scalar))))),
        ("status", Object(("replicas", Scalar))));

    private static Gen<System.Text.Json.Nodes.JsonNode?> Members(int depth) => Node(depth).Select(json => System.Text.Json.Nodes.JsonNode.Parse(json));

    private static Gen<string> Node(int depth) => depth == 0 ? Gen.Constant("{}")
        : Step.SelectMany(step => Node(depth - 1).Select(child => (step, child))).ListOf().SelectMany(nodes => Gen.Elements("", "\".\":{}").Select(self =>
            "{" + string.Join(',', nodes.Take(3).DistinctBy(n => n.step)
                .Select(n => $"{System.Text.Json.JsonSerializer.Serialize(n.step)}:{n.child}").Prepend(self).Where(t => t.Length > 0)) + "}"));

    private static Gen<string> Object(params (string Name, Gen<string> Value)[] members) => members
        .Aggregate(Gen.Constant(""), (all, m) => all.SelectMany(text => Gen.Frequency(
            (2, m.Value.Select(v => $"{text}{(text.Length > 0 ? "," : "")}'{m.Name}':{v}")), (1, Gen.Constant(text)))))
        .Select(text => "{" + text + "}");

    private static Gen<string> List(Gen<string> item) => item.ListOf().Select(items => $"[{string.Join(',', items.Distinct().Take(3))}]");

    private static Gen<string> Items(string key, Gen<string> keys, params (string Name, Gen<string> Value)[] members) => keys
        .SelectMany(k => Object(members).Select(rest => (k, rest))).ListOf()
        .Select(items => $"[{string.Join(',', items.DistinctBy(i => i.k).Take(3).Select(i => $"{{'{key}':{i.k}{(i.rest.Length > 2 ? "," : "")}{i.rest[1..]}"))}]");
}
