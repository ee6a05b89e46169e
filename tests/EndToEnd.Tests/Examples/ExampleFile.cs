namespace ActorKube.EndToEnd.Tests.Examples;

/// <summary>A file that a page shows.</summary>
internal sealed record ExampleFile(string Name, string Text);
