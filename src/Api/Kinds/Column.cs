using ActorKube.Api.Meta;

namespace ActorKube.Api.Kinds;

/// <summary>One column of the Table that kubectl prints.</summary>
/// <param name="Name">Heading.</param>
/// <param name="Type">OpenAPI type of the cells: string, integer, number, boolean, date.</param>
/// <param name="Format">OpenAPI format; <c>name</c> marks the column that names the object.</param>
/// <param name="Description">What the cells say.</param>
/// <param name="Priority">0 is always shown, 1 only by <c>-o wide</c>.</param>
public abstract record Column(string Name, string Type, string Format, string Description, int Priority)
{
    /// <summary>The object's cell: text, a number, a boolean, or null.</summary>
    public abstract object? Cell(IApiObject value, DateTimeOffset now);
}

/// <summary>A condition of a row of a Table that holds.</summary>
/// <param name="Type"><c>Completed</c>: the object has run to its end.</param>
public sealed record RowCondition(string Type, string Reason, string Message);

/// <summary>A column of objects of one type.</summary>
public sealed record Column<T>(string Name, string Type, string Format, string Description, int Priority, Func<T, DateTimeOffset, object?> Value)
    : Column(Name, Type, Format, Description, Priority)
    where T : IApiObject
{
    public static readonly Column<T> NameColumn = new("Name", "string", "name", "Name of the object, unique among its kind in its namespace.", 0, static (o, _) => o.Metadata.Name);

    public static readonly Column<T> AgeColumn = new("Age", "string", "", "Time since the object was created.", 0, static (o, now) => Ages.Since(o.Metadata.CreationTimestamp, now));

    /// <summary>A column of text that is always shown.</summary>
    public Column(string name, string description, Func<T, object?> value)
        : this(name, "string", "", description, 0, (o, _) => value(o))
    {
    }

    public override object? Cell(IApiObject value, DateTimeOffset now) => Value((T)value, now);
}
