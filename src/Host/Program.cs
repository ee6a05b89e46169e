Console.WriteLine("actorkube");
